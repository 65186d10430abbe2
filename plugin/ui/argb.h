// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace wordbrush::ui {

// One pixel as cairo's CAIRO_FORMAT_ARGB32 has it: alpha in the highest byte, and the
// colors multiplied by it.

/// What a pixel takes as to_argb reads it.
inline constexpr std::ptrdiff_t rgba_bytes = 4;

/// `value` * `alpha` / 255, rounded; both 0 to 255.
constexpr std::uint32_t times_alpha(std::uint32_t value, std::uint32_t alpha) {
  const std::uint32_t product = value * alpha + 128;
  return (product + (product >> 8)) >> 8;
}

/// `pixel` points to R, G, B, A with straight alpha.
constexpr std::uint32_t to_argb(const std::uint8_t* pixel) {
  const std::uint32_t alpha = pixel[3];
  if (alpha == 255) return 0xff000000U | pixel[0] << 16 | pixel[1] << 8 | pixel[2];
  return alpha << 24 | times_alpha(pixel[0], alpha) << 16 | times_alpha(pixel[1], alpha) << 8 |
         times_alpha(pixel[2], alpha);
}

/// The mean of four, rounded.
constexpr std::uint32_t mean_of(std::uint32_t a, std::uint32_t b, std::uint32_t c,
                                std::uint32_t d) {
  // Two channels at once, 16 bits for each.
  constexpr std::uint32_t every_other = 0x00ff00ffU;
  constexpr std::uint32_t half = 0x00020002U;
  const std::uint32_t low =
      (a & every_other) + (b & every_other) + (c & every_other) + (d & every_other) + half;
  const std::uint32_t high = ((a >> 8) & every_other) + ((b >> 8) & every_other) +
                             ((c >> 8) & every_other) + ((d >> 8) & every_other) + half;
  return ((low >> 2) & every_other) | ((high >> 2) & every_other) << 8;
}

}  // namespace wordbrush::ui
