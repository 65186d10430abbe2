// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "protocol/answer.h"
#include "protocol/reply.h"
#include "protocol/run_store.h"

namespace wordbrush::protocol {

/// Gathers the pictures of an answer, decoded, in order and each once: many
/// services send the same one in two places.
class PictureList {
 public:
  /// `store` outlives the list.
  explicit PictureList(RunStore& store) : store_(&store) {}

  /// Adds what `source` says, if that is a picture and a new one. What is neither
  /// base64 nor a link is left out.
  void add(std::string_view source, PictureSource::Form form);

  bool empty() const { return pictures_.empty(); }

  /// Whether something was to be a picture and could not be decoded.
  bool has_broken() const { return has_broken_; }

  /// The last max_pictures of them, since the last one is the result.
  std::vector<ReplyPicture> take() &&;

 private:
  void add_payload(std::string_view payload);
  void add_link(std::string_view link);

  RunStore* store_;
  std::vector<ReplyPicture> pictures_;
  bool has_broken_ = false;
};

}  // namespace wordbrush::protocol
