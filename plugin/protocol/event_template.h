// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "protocol/answer.h"

namespace wordbrush::protocol {

/// Reads an event of a stream without a JSON parser where it is the last one again but
/// for the words: a picture can come in ten thousands of them.
///
/// It knows nothing of JSON's shapes. What an event means was found by the parser; one
/// with the same bytes before and after a string without quotes, escapes and control
/// characters has the same structure, and means the same with other words.
class EventTemplate {
 public:
  /// Adds what `event` says to `answer`. False, with nothing done, where it differs in
  /// more than its words.
  bool read(std::string_view event, Answer& answer);

  /// Whether an event that the parser reads is worth a learn().
  bool wants_to_learn() const { return misses_ < max_misses; }

  /// Takes `event`, JSON that the parser has read, for the next ones to compare with,
  /// where it says words and nothing else. Parses it twice.
  void learn(std::string_view event);

 private:
  // In a row: some streams give each event a number of its own.
  static constexpr int max_misses = 32;

  std::string before_;  // up to the words' quote; empty: nothing learned
  std::string after_;   // from their other quote
  std::int64_t choice_ = 0;
  std::string model_;
  int misses_ = 0;
};

}  // namespace wordbrush::protocol
