// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/request_body.h"

#include <glib.h>

#include "base/glib_ptr.h"

namespace wordbrush {

namespace {

std::size_t size_of(const std::string& text) {
  return text.size();
}

std::size_t size_of(const Base64Piece& piece) {
  constexpr std::size_t group_bytes = 3;
  constexpr std::size_t group_characters = 4;
  return (piece.bytes->size() + group_bytes - 1) / group_bytes * group_characters;
}

std::size_t size_of(const RawPiece& piece) {
  return piece.bytes->size();
}

std::string text_of(const std::string& text) {
  return text;
}

std::string text_of(const Base64Piece& piece) {
  const GCharPtr encoded(g_base64_encode(piece.bytes->data(), piece.bytes->size()));
  return encoded.get();
}

std::string text_of(const RawPiece& piece) {
  return {piece.bytes->begin(), piece.bytes->end()};
}

}  // namespace

std::size_t RequestBody::size() const {
  std::size_t total = 0;
  for (const auto& piece : pieces)
    total += std::visit([](const auto& held) { return size_of(held); }, piece);
  return total;
}

std::string to_text(const RequestBody& body) {
  std::string text;
  text.reserve(body.size());
  for (const auto& piece : body.pieces)
    text += std::visit([](const auto& held) { return text_of(held); }, piece);
  return text;
}

}  // namespace wordbrush
