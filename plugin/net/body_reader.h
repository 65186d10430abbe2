// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/request_body.h"

namespace wordbrush::net {

/// Reads a RequestBody as the bytes that go over the wire, in pieces of any size;
/// pictures that are to be base64 become it on the way.
class BodyReader {
 public:
  explicit BodyReader(RequestBody body) noexcept;

  /// Fills `target` from its start and returns how many bytes it now holds: fewer
  /// than it can take only at the body's end, 0 after that.
  std::size_t read(std::span<char> target);

 private:
  static constexpr std::size_t group_bytes = 3;
  static constexpr std::size_t group_characters = 4;

  std::size_t read_piece(std::string_view text, std::span<char> target);
  std::size_t read_piece(const RawPiece& piece, std::span<char> target);
  std::size_t read_piece(const Base64Piece& piece, std::span<char> target);

  RequestBody body_;
  std::size_t piece_ = 0;
  std::size_t at_ = 0;  // in the piece's own bytes
  // The group of characters that a read has cut, and how many of them are gone.
  std::array<char, group_characters> group_{};
  std::size_t group_at_ = group_characters;
};

}  // namespace wordbrush::net
