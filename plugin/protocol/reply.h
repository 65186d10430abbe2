// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace wordbrush::protocol {

/// A picture of a reply: its encoded bytes, or the address to fetch them from.
struct ReplyPicture {
  SharedBytes bytes;  ///< null where only the address is known
  /// Empty where the bytes are known; else http or https, or a path on the
  /// endpoint's own host ("/images/x.png").
  std::string url;
};

/// What an answer cost, as far as the endpoint says.
struct Usage {
  std::optional<std::int64_t> prompt_tokens;
  std::optional<std::int64_t> completion_tokens;
  std::optional<double> cost;  ///< in the endpoint's own currency, mostly USD
};

/// Work that goes on after the answer: the picture comes by asking for it.
struct Task {
  std::string id;
  /// Where to ask: http or https, or a path on the endpoint's own host; empty where
  /// the service does not say.
  std::string poll_url;
  std::optional<double> progress;  ///< 0 to 1
};

/// A whole answer, whatever shape it came in.
struct Reply {
  std::vector<ReplyPicture> pictures;  ///< in order, without duplicates; the last is the result
  /// Where the service has only begun: then there are no pictures yet.
  std::optional<Task> task;
  std::string text;           ///< the model's words without the pictures, trimmed
  std::string model;          ///< as the endpoint names it; may be empty
  std::string finish_reason;  ///< as sent; may be empty
  Usage usage;
};

}  // namespace wordbrush::protocol
