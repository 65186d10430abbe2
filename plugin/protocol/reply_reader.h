// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "protocol/reply.h"

namespace wordbrush::protocol {

/// Reads the body of a 2xx answer while it arrives, streamed or not, in whatever
/// shape: the body decides, not what was asked for nor the Content-Type.
///
/// Pictures are decoded from base64 as their bytes come in; the JSON parser sees
/// a short mark in their place.
class ReplyReader {
 public:
  ReplyReader();
  ReplyReader(ReplyReader&&) noexcept;
  ReplyReader& operator=(ReplyReader&&) noexcept;
  ~ReplyReader();

  /// The next bytes, cut anywhere. Fails with ErrorKind::Protocol or
  /// ErrorKind::TooLarge past a limit; the reader is of no use after that.
  Result<void> feed(std::string_view bytes);

  /// The model's words so far in a streamed answer, for people who wait.
  std::string text_so_far();

  /// The body's end. Fails with the kind that protocol.md, 5.2 names: an error
  /// object in a 200, a refusal (Safety), Empty, NoImage (the model's words are
  /// the detail), Truncated, Protocol. Pictures that are whole are kept whatever
  /// came after them. A reply has pictures, or a task that will make them.
  Result<Reply> finish();

  /// What the answer cost, as far as it says; also of one without a picture. Known once
  /// finish() was called.
  const Usage& usage() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace wordbrush::protocol
