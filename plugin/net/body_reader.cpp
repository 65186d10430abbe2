// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body_reader.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace wordbrush::net {

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

char character_of(std::uint32_t bits, int shift) {
  constexpr std::uint32_t mask = 63;
  return alphabet[(bits >> shift) & mask];
}

/// Writes the four characters of the one to three bytes in `group`.
void encode_group(ByteView group, char* target) {
  std::uint32_t bits = static_cast<std::uint32_t>(group[0]) << 16;
  if (group.size() > 1) bits |= static_cast<std::uint32_t>(group[1]) << 8;
  if (group.size() > 2) bits |= group[2];
  target[0] = character_of(bits, 18);
  target[1] = character_of(bits, 12);
  target[2] = group.size() > 1 ? character_of(bits, 6) : '=';
  target[3] = group.size() > 2 ? character_of(bits, 0) : '=';
}

}  // namespace

BodyReader::BodyReader(RequestBody body) noexcept : body_(std::move(body)) {}

std::size_t BodyReader::read(std::span<char> target) {
  std::size_t filled = 0;
  while (filled < target.size() && piece_ < body_.pieces.size()) {
    const auto& piece = body_.pieces[piece_];
    const auto rest = target.subspan(filled);
    const std::size_t size =
        std::visit([&](const auto& held) { return read_piece(held, rest); }, piece);
    if (size == 0) {
      ++piece_;
      at_ = 0;
    }
    filled += size;
  }
  return filled;
}

std::size_t BodyReader::read_piece(std::string_view text, std::span<char> target) {
  const auto part = text.substr(at_, target.size());
  std::ranges::copy(part, target.begin());
  at_ += part.size();
  return part.size();
}

std::size_t BodyReader::read_piece(const RawPiece& piece, std::span<char> target) {
  const ByteView bytes(*piece.bytes);
  return read_piece({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, target);
}

std::size_t BodyReader::read_piece(const Base64Piece& piece, std::span<char> target) {
  const ByteView bytes(*piece.bytes);
  std::size_t filled = 0;
  while (filled < target.size()) {
    if (group_at_ < group_characters) {
      target[filled++] = group_[group_at_++];
      continue;
    }
    if (at_ == bytes.size()) break;
    const auto group = bytes.subspan(at_, std::min(group_bytes, bytes.size() - at_));
    at_ += group.size();
    if (target.size() - filled >= group_characters) {
      encode_group(group, target.data() + filled);
      filled += group_characters;
    } else {
      encode_group(group, group_.data());
      group_at_ = 0;
    }
  }
  return filled;
}

}  // namespace wordbrush::net
