// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What levels of 0 to 255 say of a pixel.
namespace wordbrush::precision {

/// The highest level: the alpha of an opaque pixel, and a mask where it counts in full.
inline constexpr int full_level = 255;

/// The alpha from which a pixel is compared as if it were opaque: models and codecs give
/// 254 where they mean 255.
inline constexpr int mostly_opaque = 250;

/// Whether a channel may have been cut off at its darkest, and have been darker. JPEG
/// moves a level by some.
constexpr bool is_cut_off_dark(float level) {
  constexpr float darkest = 4;
  return level <= darkest;
}

/// The same at its lightest.
constexpr bool is_cut_off_light(float level) {
  constexpr float lightest = 251;
  return level >= lightest;
}

}  // namespace wordbrush::precision
