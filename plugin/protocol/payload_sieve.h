// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "protocol/base64_run.h"
#include "protocol/run_store.h"

namespace wordbrush::protocol {

/// Takes long base64 out of JSON while it arrives, so that whatever reads the
/// text behind it never sees a picture.
///
/// It knows strings and their escapes and nothing else of JSON: a run of at least
/// `min_run_characters` base64 characters within a string, also where `/`, `+`,
/// `=` or line ends are escaped, becomes a mark. Everything else passes unchanged.
class PayloadSieve {
 public:
  /// Shorter base64 stays in the text: a mark would save nothing.
  static constexpr std::size_t min_run_characters = 256;

  /// What a line end means for an open string.
  enum class LineEnd {
    PartOfString,  ///< JSON: not allowed there, but seen
    EndsString,    ///< an event stream: a line's quotes are its own affair
  };

  /// `store` outlives the sieve.
  PayloadSieve(LineEnd line_end, RunStore& store) : line_end_(line_end), store_(&store) {}

  /// Appends to `text` what `bytes`, cut anywhere, let pass. Fails with
  /// ErrorKind::Protocol when one run is larger than a picture may be.
  Result<void> feed(std::string_view bytes, std::string& text);

  /// The body's end: what was held back goes to `text`.
  void finish(std::string& text);

 private:
  std::size_t skip_to_string(std::string_view bytes, std::string& text);
  std::size_t take_in_string(std::string_view bytes, std::string& text);
  std::size_t pass_short_string(std::string_view bytes, std::string& text) const;
  std::size_t pass_others(std::string_view bytes, std::string& text) const;
  std::size_t take_groups(std::string_view bytes);
  std::size_t take_escaped_slashes(std::string_view bytes);
  bool take_escape(char byte, std::string& text);
  void take_character(char character, std::string_view raw, std::string& text);
  bool extend_run(char character, std::string_view raw);
  void end_run(std::string& text);
  bool is_line_end(char byte) const;

  LineEnd line_end_;
  RunStore* store_;
  bool in_string_ = false;
  std::string escape_;  // the escape so far, with its backslash; empty: in none

  Base64Run run_;        // from its first character, long enough or not
  std::string run_raw_;  // the run as it came, until it is long enough
  std::string gap_;      // white space after the run that may be a line end of it
  std::string gap_raw_;  // the same as it came
};

}  // namespace wordbrush::protocol
