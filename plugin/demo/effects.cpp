// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/effects.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "demo/blur.h"
#include "demo/light.h"
#include "demo/tones.h"

namespace wordbrush::demo {

namespace {

using pixels::Bitmap;

constexpr std::size_t colors = 3;

/// A length that is the same share of each picture, at least `least`.
double length_in(const Bitmap& bitmap, double share, double least) {
  return std::max(least, std::max(bitmap.width(), bitmap.height()) * share);
}

Bitmap blur(const Bitmap& bitmap) {
  return blurred(bitmap, length_in(bitmap, 1.0 / 140, 1.0), Mixing::Light);
}

/// Adds what a slight blur takes away.
Bitmap sharpen(Bitmap bitmap) {
  const Bitmap soft = blurred(bitmap, length_in(bitmap, 1.0 / 1400, 0.8), Mixing::Values);
  const auto bytes = bitmap.bytes();
  const auto soft_bytes = soft.bytes();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool is_alpha = at % Bitmap::channels == colors;
    const int value = 2 * bytes[at] - soft_bytes[at];
    if (!is_alpha) bytes[at] = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
  }
  return bitmap;
}

/// A pencil draws what is darker than its surroundings.
Bitmap sketch(Bitmap bitmap) {
  to_black_and_white(bitmap);
  const Bitmap around = blurred(bitmap, length_in(bitmap, 1.0 / 220, 1.0), Mixing::Values);
  const auto bytes = bitmap.bytes();
  const auto around_bytes = around.bytes();
  for (std::size_t at = 0; at < bytes.size(); at += Bitmap::channels) {
    // One more on both sides, so that deep black is paper and not ink.
    const int paper = std::min(255 * (bytes[at] + 1) / (around_bytes[at] + 1), 255);
    std::fill_n(&bytes[at], colors, static_cast<std::uint8_t>(paper * paper / 255));
  }
  return bitmap;
}

struct Block {
  int x, y, right, bottom;
};

/// Gives the pixels of `block` the color that they have from afar.
void even_out(Bitmap& bitmap, const Block& block) {
  std::array<std::uint64_t, colors> sums{};
  std::uint64_t weight = 0;
  for (int y = block.y; y < block.bottom; ++y) {
    const std::uint8_t* pixel = bitmap.row(y) + static_cast<std::size_t>(block.x) * 4;
    for (int x = block.x; x < block.right; ++x, pixel += Bitmap::channels) {
      weight += pixel[colors];
      for (std::size_t channel = 0; channel < colors; ++channel)
        sums[channel] += std::uint64_t{light_of_srgb()[pixel[channel]]} * pixel[colors];
    }
  }
  if (weight == 0) return;
  std::array<std::uint8_t, colors> color{};
  for (std::size_t channel = 0; channel < colors; ++channel)
    color[channel] = srgb_of_light()[(sums[channel] + weight / 2) / weight];
  for (int y = block.y; y < block.bottom; ++y) {
    std::uint8_t* pixel = bitmap.row(y) + static_cast<std::size_t>(block.x) * 4;
    for (int x = block.x; x < block.right; ++x, pixel += Bitmap::channels)
      std::ranges::copy(color, pixel);
  }
}

Bitmap pixelate(Bitmap bitmap) {
  const int side = static_cast<int>(std::lround(length_in(bitmap, 1.0 / 64, 2.0)));
  for (int y = 0; y < bitmap.height(); y += side)
    for (int x = 0; x < bitmap.width(); x += side)
      even_out(bitmap,
               {x, y, std::min(x + side, bitmap.width()), std::min(y + side, bitmap.height())});
  return bitmap;
}

Bitmap flip_sides(Bitmap bitmap) {
  struct Pixel {
    std::array<std::uint8_t, Bitmap::channels> bytes;
  };
  static_assert(sizeof(Pixel) == Bitmap::channels);
  for (int y = 0; y < bitmap.height(); ++y) {
    auto* const row = reinterpret_cast<Pixel*>(bitmap.row(y));
    std::reverse(row, row + bitmap.width());
  }
  return bitmap;
}

Bitmap flip_upside_down(Bitmap bitmap) {
  for (int top = 0, bottom = bitmap.height() - 1; top < bottom; ++top, --bottom)
    std::swap_ranges(bitmap.row(top), bitmap.row(top) + bitmap.stride(), bitmap.row(bottom));
  return bitmap;
}

using Tone = void (*)(Bitmap& bitmap);

/// What changes colors alone; null where `action` does more.
Tone tone_of(Action action) {
  switch (action) {
    case Action::BlackAndWhite:
      return to_black_and_white;
    case Action::Sepia:
      return to_sepia;
    case Action::Warmer:
      return [](Bitmap& bitmap) { tint(bitmap, 1.16, 0.72); };
    case Action::Cooler:
      return [](Bitmap& bitmap) { tint(bitmap, 0.76, 1.22); };
    case Action::Invert:
      return invert;
    case Action::Brighter:
      return [](Bitmap& bitmap) { apply_gamma(bitmap, 0.70); };
    case Action::Darker:
      return [](Bitmap& bitmap) { apply_gamma(bitmap, 1.45); };
    case Action::MoreContrast:
      return [](Bitmap& bitmap) { change_contrast(bitmap, 0.85); };
    case Action::LessContrast:
      return [](Bitmap& bitmap) { change_contrast(bitmap, -0.40); };
    case Action::MoreColorful:
      return [](Bitmap& bitmap) { change_saturation(bitmap, 1.55); };
    case Action::LessColorful:
      return [](Bitmap& bitmap) { change_saturation(bitmap, 0.50); };
    case Action::Posterize:
      return posterize;
    case Action::Night:
      return to_night;
    default:
      return nullptr;
  }
}

}  // namespace

Bitmap apply(Action action, Bitmap bitmap) {
  if (const Tone tone = tone_of(action)) {
    tone(bitmap);
    return bitmap;
  }
  switch (action) {
    case Action::Blur:
      return blur(bitmap);
    case Action::Sharpen:
      return sharpen(std::move(bitmap));
    case Action::FlipSides:
      return flip_sides(std::move(bitmap));
    case Action::FlipUpsideDown:
      return flip_upside_down(std::move(bitmap));
    case Action::Pixelate:
      return pixelate(std::move(bitmap));
    case Action::Sketch:
      return sketch(std::move(bitmap));
    default:
      return bitmap;
  }
}

}  // namespace wordbrush::demo
