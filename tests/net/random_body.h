// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <random>

#include "base/request_body.h"

namespace wordbrush::net::test {

/// A body of a few pieces of text, of bytes and of base64, some of them empty; the same for
/// the same seed.
inline RequestBody random_body(unsigned seed) {
  constexpr std::size_t max_pieces = 7;
  constexpr std::size_t max_bytes = 40;
  std::mt19937 random(seed);
  RequestBody body{.content_type = "application/json"};
  for (auto left = random() % max_pieces; left > 0; --left) {
    const auto size = random() % max_bytes;
    if (random() % 2 == 0) {
      body.pieces.emplace_back(std::string(size, static_cast<char>('a' + random() % 26)));
    } else {
      auto bytes = std::make_shared<Bytes>(size);
      for (auto& byte : *bytes) byte = static_cast<std::uint8_t>(random());
      if (random() % 2 == 0)
        body.pieces.emplace_back(RawPiece{std::move(bytes)});
      else
        body.pieces.emplace_back(Base64Piece{std::move(bytes)});
    }
  }
  return body;
}

}  // namespace wordbrush::net::test
