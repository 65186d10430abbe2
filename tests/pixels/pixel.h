// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/bytes.h"
#include "pixels/bitmap.h"

namespace wordbrush::pixels::test {

/// {R, G, B, A}
using Pixel = std::array<std::uint8_t, Bitmap::channels>;

inline Pixel pixel(int r, int g, int b, int a = 255) {
  const auto byte = [](int value) { return static_cast<std::uint8_t>(value); };
  return {byte(r), byte(g), byte(b), byte(a)};
}

inline Pixel pixel_at(const Bitmap& bitmap, int x, int y) {
  Pixel found;
  std::copy_n(bitmap.row(y) + std::size_t{4} * static_cast<std::size_t>(x), found.size(),
              found.begin());
  return found;
}

/// A bitmap whose pixels are color_of(x, y).
template <class ColorOf>
Bitmap paint(int width, int height, ColorOf color_of) {
  Bitmap bitmap(width, height);
  auto to = bitmap.bytes().begin();
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) to = std::ranges::copy(Pixel(color_of(x, y)), to).out;
  return bitmap;
}

inline bool same(const Bitmap& a, const Bitmap& b) {
  return a.width() == b.width() && std::ranges::equal(a.bytes(), b.bytes());
}

inline int max_difference(ByteView a, ByteView b) {
  int most = 0;
  for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at)
    most = std::max(most, std::abs(a[at] - b[at]));
  return most;
}

inline Bytes read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A file of tests/data/pictures.
inline Bytes picture(std::string_view name) {
  return read_file(std::filesystem::path(WORDBRUSH_SOURCE_DIR) / "tests/data/pictures" / name);
}

}  // namespace wordbrush::pixels::test
