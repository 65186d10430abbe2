// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/bitmap.h"

#include <algorithm>
#include <cassert>

namespace wordbrush::pixels {

Bitmap::Bitmap(int width, int height) : width_(width), height_(height) {
  assert(width >= 1 && width <= max_side && height >= 1 && height <= max_side);
  data_ = std::make_unique_for_overwrite<std::uint8_t[]>(size());
}

Bitmap Bitmap::clone() const {
  if (empty()) return {};
  Bitmap copy(width_, height_);
  std::ranges::copy(bytes(), copy.bytes().begin());
  return copy;
}

bool is_opaque(const Bitmap& bitmap) noexcept {
  constexpr std::uint8_t opaque = 255;
  const auto bytes = bitmap.bytes();
  std::uint8_t all = opaque;
  for (std::size_t at = Bitmap::channels - 1; at < bytes.size(); at += Bitmap::channels)
    all &= bytes[at];
  return all == opaque;
}

}  // namespace wordbrush::pixels
