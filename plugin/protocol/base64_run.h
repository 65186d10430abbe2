// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "protocol/base64.h"

namespace wordbrush::protocol {

/// A run of base64 characters, decoded while it grows and yet written back
/// character for character: what looks like a picture may turn out to be part of
/// an address or of the model's words, or the middle of a picture.
///
/// So a run holds one alphabet, and white space only where it cuts the run into
/// lines of one length.
class Base64Run {
 public:
  /// Takes the characters from the start of `text` as far as whole groups of four
  /// of the run's alphabet go. Returns how many.
  std::size_t append_groups(std::string_view text);

  /// Takes `character`, which stands behind `gap`, white space that may end a line.
  /// False, with nothing taken, where it cannot follow in this run: no base64
  /// character, one of the other alphabet or after a `=`, or lines that differ.
  bool append(char character, std::string_view gap);

  void clear();

  bool empty() const { return characters_ == 0; }
  std::size_t characters() const { return characters_; }  ///< `=` and gaps not counted
  std::size_t decoded_bytes() const { return decoded_bytes_; }
  bool is_in_one_piece() const { return chunks_.size() == 1; }  ///< as all large runs are

  /// The characters as they came.
  std::string to_text() const;

  /// Hands what was decoded on, and frees it as it goes, so that the bytes are in
  /// memory once. False where the decoder cannot take more.
  bool move_into(Base64Decoder& decoder);

 private:
  std::size_t complete_group(std::string_view text);
  std::optional<Alphabet> alphabet_with(char character) const;
  bool append_gap(std::string_view gap);
  Bytes& chunk_with_room();
  std::string in_lines(const std::string& characters) const;

  // In chunks, so that a growing run is copied once at most. Each holds whole groups.
  std::vector<Bytes> chunks_;
  std::string tail_;  // up to 3 characters of the group that is not whole yet
  std::size_t characters_ = 0;
  std::size_t decoded_bytes_ = 0;
  std::size_t padding_ = 0;
  Alphabet alphabet_ = Alphabet::Letters;

  std::string gap_;              // between lines
  std::size_t gaps_ = 0;         // how many
  std::size_t first_line_ = 0;   // characters; a run may start within a line
  std::size_t line_ = 0;         // characters of each further line but the last
  std::size_t last_gap_at_ = 0;  // characters before it
};

}  // namespace wordbrush::protocol
