// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <random>

#include "pixels/bitmap.h"
#include "pixels/encode.h"
#include "protocol/picture_request.h"

namespace wordbrush::demo::test {

using Pixel = std::array<std::uint8_t, 4>;

inline Pixel pixel_at(const pixels::Bitmap& bitmap, int x, int y) {
  const auto* const pixel = bitmap.row(y) + static_cast<std::size_t>(x) * 4;
  return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

inline void set_pixel(pixels::Bitmap& bitmap, int x, int y, const Pixel& pixel) {
  auto* const target = bitmap.row(y) + static_cast<std::size_t>(x) * 4;
  for (std::size_t at = 0; at < pixel.size(); ++at) target[at] = pixel[at];
}

inline pixels::Bitmap filled(int width, int height, const Pixel& pixel) {
  pixels::Bitmap bitmap(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) set_pixel(bitmap, x, y, pixel);
  return bitmap;
}

inline protocol::ImagePart part_of(const pixels::Bitmap& bitmap) {
  return {"image/png", std::make_shared<const Bytes>(pixels::encode_png(bitmap))};
}

/// The same noise, alpha too, for the same size.
inline pixels::Bitmap noisy(int width, int height) {
  pixels::Bitmap bitmap(width, height);
  std::mt19937 random(7);
  for (auto& byte : bitmap.bytes()) byte = static_cast<std::uint8_t>(random());
  return bitmap;
}

}  // namespace wordbrush::demo::test
