// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "protocol/answer.h"
#include "protocol/run_store.h"

namespace wordbrush::protocol {

/// The model's words while they arrive, for people who wait: without pictures and what
/// may become one. Asked after every piece of an answer, it does not look at a picture's
/// text again and again.
class LiveWords {
 public:
  /// The words of `answer`, which has grown since the last call.
  std::string update(const Answer& answer, const RunStore& store);

 private:
  /// The words of one choice.
  struct Part {
    std::string shown;        ///< of what is settled
    std::string rest;         ///< of what follows
    std::size_t settled = 0;  ///< bytes of the words; a picture that is open follows, or words
    std::size_t seen = 0;     ///< bytes of the words
    bool has_open_picture = false;
  };

  static void look(Part& part, const std::string& words, const RunStore& store);

  std::map<std::int64_t, Part> parts_;
};

}  // namespace wordbrush::protocol
