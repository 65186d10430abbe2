// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "pixels/bitmap.h"

namespace wordbrush::precision {

/// The picture, white where `is_painted(x, y)` says so; its alpha stays.
template <class IsPainted>
pixels::Bitmap painted_over(const pixels::Bitmap& picture, IsPainted is_painted) {
  pixels::Bitmap edited = picture.clone();
  for (int y = 0; y < edited.height(); ++y)
    for (int x = 0; x < edited.width(); ++x)
      if (is_painted(x, y))
        std::fill_n(edited.row(y) + std::ptrdiff_t{x} * 4, 3, std::uint8_t{250});
  return edited;
}

}  // namespace wordbrush::precision
