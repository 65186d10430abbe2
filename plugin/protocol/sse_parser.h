// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wordbrush::protocol {

/// Turns the text of an event stream into the data of its events, as senders
/// write it rather than as WHATWG HTML 9.2.6 has it: a raw JSON line counts as
/// data, a line that is no field goes on with the data before it, and the last
/// event needs no blank line. `event`, `id` and `retry` are ignored: what a chat
/// stream says is all in its data.
///
/// The text may be cut anywhere, also within a CR LF or a UTF-8 character.
class SseParser {
 public:
  /// The data of the events that `text` completes, in order; the lines of one
  /// event are joined by '\n'.
  ///
  /// Fails with ErrorKind::Protocol when an event is larger than max_text_bytes;
  /// the parser is of no use after that.
  Result<std::vector<std::string>> feed(std::string_view text);

  /// What the stream's end completes.
  std::vector<std::string> finish();

 private:
  void end_line(std::vector<std::string>& events);
  void take_data(std::string_view value);
  void end_event(std::vector<std::string>& events);

  std::string line_;  // the line so far, without its end
  std::string data_;  // of the event so far; each line ends in '\n'
  bool first_line_ = true;
  bool after_cr_ = false;  // a '\n' now belongs to the line end before it
};

}  // namespace wordbrush::protocol
