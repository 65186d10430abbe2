// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wordbrush::pixels {

/// How much of each pixel counts, 0 (not at all) to 255 (wholly): a selection, a
/// layer mask. Linear, rows from the top, unpadded.
struct Mask {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> values;

  Mask() = default;
  Mask(int mask_width, int mask_height, std::uint8_t value = 0)
      : width(mask_width),
        height(mask_height),
        values(static_cast<std::size_t>(mask_width) * static_cast<std::size_t>(mask_height),
               value) {}

  bool empty() const { return values.empty(); }
  std::uint8_t* row(int y) { return values.data() + offset(y); }
  const std::uint8_t* row(int y) const { return values.data() + offset(y); }

 private:
  std::size_t offset(int y) const {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(y);
  }
};

}  // namespace wordbrush::pixels
