// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.h"

namespace wordbrush::protocol {

/// So many characters stand for so many bytes.
inline constexpr std::size_t base64_group_characters = 4;
inline constexpr std::size_t base64_group_bytes = 3;

/// The value of a base64 character of either alphabet; nothing for any other.
std::optional<std::uint8_t> sextet_of(char character);

/// How many base64 characters of either alphabet `text` starts with.
std::size_t count_base64(std::string_view text);

/// Which characters stand for the last two sextets.
enum class Alphabet {
  Either,    ///< both kinds
  Letters,   ///< none: the 62 letters and digits alone
  Standard,  ///< + and / (RFC 4648, 4)
  UrlSafe,   ///< - and _ (RFC 4648, 5)
};

/// Decodes whole groups of four characters into `out`, which has room for
/// `text.size() / 4 * 3` bytes. Stops at the first group that holds anything but
/// the alphabet. Returns the characters read, a multiple of 4.
std::size_t decode_groups(std::string_view text, Alphabet alphabet, std::uint8_t* out);

/// Decodes base64 as it is found in answers, in pieces cut anywhere: either
/// alphabet, `=` left out, white space anywhere.
class Base64Decoder {
 public:
  /// Makes room for that many bytes in all.
  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }

  /// False where `text` holds another character, or goes on after a `=`; the
  /// decoder is of no use after that.
  bool feed(std::string_view text);

  /// Takes what whole groups of the text's next characters have been decoded to
  /// already: a multiple of 3 bytes. False where a `=` came before. The first ones
  /// stay where they are, with the room behind them.
  bool feed_groups(Bytes bytes);

  /// The bytes; nothing where bits are missing at the end, or where there are none.
  std::optional<Bytes> finish() &&;

 private:
  bool take(char character);
  void take_sextet(std::uint8_t sextet);

  Bytes bytes_;
  std::uint32_t group_ = 0;   // the sextets of the group that is not whole yet
  std::size_t in_group_ = 0;  // how many
  bool padded_ = false;
};

/// The bytes of a whole base64 text; nothing where Base64Decoder gives nothing.
std::optional<Bytes> decode_base64(std::string_view text);

}  // namespace wordbrush::protocol
