// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/tones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "demo/light.h"

namespace wordbrush::demo {

namespace {

using pixels::Bitmap;
using Curve = std::array<std::uint8_t, 256>;

constexpr double max_value = 255.0;

std::uint8_t to_value(double share) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * max_value));
}

/// The curve that `map` draws; both its sides are 0 to 1.
template <class Map>
Curve make_curve(Map map) {
  Curve curve;
  for (std::size_t value = 0; value < curve.size(); ++value)
    curve[value] = to_value(map(static_cast<double>(value) / max_value));
  return curve;
}

/// Calls `change(pixel)` for each pixel's four bytes.
template <class Change>
void for_each_pixel(Bitmap& bitmap, Change change) {
  const auto bytes = bitmap.bytes();
  for (std::size_t at = 0; at < bytes.size(); at += Bitmap::channels) change(&bytes[at]);
}

void apply_curves(Bitmap& bitmap, const Curve& red, const Curve& green, const Curve& blue) {
  for_each_pixel(bitmap, [&](std::uint8_t* pixel) {
    pixel[0] = red[pixel[0]];
    pixel[1] = green[pixel[1]];
    pixel[2] = blue[pixel[2]];
  });
}

void apply_curve(Bitmap& bitmap, const Curve& curve) {
  apply_curves(bitmap, curve, curve, curve);
}

/// The luminance (Rec. 709) of a pixel, 0 to 65535: how much light, not how large a
/// number, decides how bright a color looks.
class Luminance {
 public:
  std::uint32_t operator()(const std::uint8_t* pixel) const {
    constexpr std::uint32_t red = 13933;
    constexpr std::uint32_t green = 46871;
    constexpr std::uint32_t blue = 4732;
    return (light_[pixel[0]] * red + light_[pixel[1]] * green + light_[pixel[2]] * blue) >> 16;
  }

 private:
  const std::array<std::uint16_t, 256>& light_ = light_of_srgb();
};

/// The curve that multiplies a channel's light.
Curve light_curve(double factor) {
  Curve curve;
  for (std::size_t value = 0; value < curve.size(); ++value) {
    const double light = std::min(light_of_srgb()[value] * factor, max_light);
    curve[value] = srgb_of_light()[static_cast<std::size_t>(light)];
  }
  return curve;
}

}  // namespace

void to_black_and_white(Bitmap& bitmap) {
  const Luminance luminance;
  const auto& srgb = srgb_of_light();
  for_each_pixel(bitmap, [&](std::uint8_t* pixel) {
    const std::uint8_t gray = srgb[luminance(pixel)];
    std::fill_n(pixel, 3, gray);
  });
}

void to_sepia(Bitmap& bitmap) {
  to_black_and_white(bitmap);
  // From a warm dark brown to the cream of old paper.
  apply_curves(bitmap, make_curve([](double v) { return 0.06 + 0.94 * std::pow(v, 0.82); }),
               make_curve([](double v) { return 0.03 + 0.91 * v; }),
               make_curve([](double v) { return 0.01 + 0.80 * std::pow(v, 1.22); }));
}

void invert(Bitmap& bitmap) {
  apply_curve(bitmap, make_curve([](double v) { return 1 - v; }));
}

void posterize(Bitmap& bitmap) {
  constexpr double steps = 4;
  apply_curve(bitmap, make_curve([](double v) { return std::round(v * steps) / steps; }));
}

void to_night(Bitmap& bitmap) {
  // Shares of 65536: what is left of a color, and of its light in each channel.
  constexpr std::uint32_t color_left = 26000;
  constexpr std::array<std::uint32_t, 3> light_left{9800, 14400, 27500};
  const Luminance luminance;
  const auto& light = light_of_srgb();
  const auto& srgb = srgb_of_light();
  for_each_pixel(bitmap, [&](std::uint8_t* pixel) {
    const std::uint32_t gray = luminance(pixel) * (65536 - color_left);
    for (std::size_t channel = 0; channel < light_left.size(); ++channel) {
      const std::uint32_t mixed = (gray + light[pixel[channel]] * color_left) >> 16;
      pixel[channel] = srgb[(mixed * light_left[channel]) >> 16];
    }
  });
}

void tint(Bitmap& bitmap, double red, double blue) {
  apply_curves(bitmap, light_curve(red), light_curve(1), light_curve(blue));
}

void apply_gamma(Bitmap& bitmap, double gamma) {
  apply_curve(bitmap, make_curve([gamma](double v) { return std::pow(v, gamma); }));
}

void change_contrast(Bitmap& bitmap, double amount) {
  apply_curve(bitmap, make_curve([amount](double v) {
                // Up along an S, so that nothing is cut off; down towards the middle.
                const double target = amount > 0 ? v * v * (3 - 2 * v) : 0.5;
                return v + (target - v) * std::abs(amount);
              }));
}

void change_saturation(Bitmap& bitmap, double factor) {
  const Luminance luminance;
  const auto& srgb = srgb_of_light();
  const auto share = static_cast<std::int32_t>(std::lround(factor * 65536));
  for_each_pixel(bitmap, [&](std::uint8_t* pixel) {
    const std::int32_t gray = srgb[luminance(pixel)];
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const std::int32_t value = gray + (((pixel[channel] - gray) * share + 32768) >> 16);
      pixel[channel] = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
    }
  });
}

}  // namespace wordbrush::demo
