// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/motif.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scenes/noise.h"
#include "scenes/pixel.h"

namespace wordbrush::scenes {

namespace {

using pixels::Bitmap;

Color clouds(double x, double y, unsigned seed) {
  return {255 * Grain{160, 4, seed}.at(x, y), 255 * Grain{120, 4, seed + 50}.at(x, y),
          40 + 180 * (Grain{200, 4, seed + 90}.at(x, y))};
}

Color foliage(double x, double y, unsigned seed) {
  const double leaf = Grain{24, 2, seed}.at(x + 40 * Grain{90, 20, seed + 9}.at(x, y), y);
  return blend({12, 30, 8}, {150, 200, 90}, std::clamp(2 * leaf - 0.5, 0.0, 1.0));
}

Color buildings(double x, double y, unsigned seed) {
  const int column = static_cast<int>(std::floor(x / 90));
  const double height = 60 + 180 * hashed(column, 0, seed);
  if (y < height) return blend({150, 180, 220}, {210, 220, 235}, y / 240);
  const bool window = std::fmod(x, 18) > 8 && std::fmod(y - height, 24) > 11;
  const double dirt = Grain{60, 3, seed}.at(x, y);
  const Color wall = blend({90, 70, 60}, {200, 180, 150}, hashed(column, 1, seed));
  return blend(window ? Color{40, 50, 70} : wall, {20, 20, 20}, 0.3 * dirt);
}

Color sky(double x, double y, unsigned seed) {
  const double cloud = std::clamp(3 * Grain{300, 16, seed}.at(x, y) - 1.4, 0.0, 1.0);
  const double hill = 420 + 60 * smooth_noise(x / 140, 0, seed);
  if (y > hill) return foliage(x, y, seed);
  return blend(blend({70, 120, 200}, {180, 205, 235}, y / 450), {245, 245, 245}, cloud);
}

Color night(double x, double y, unsigned seed) {
  const double glow = Grain{120, 6, seed}.at(x, y);
  const double lamp = std::pow(Grain{20, 8, seed + 7}.at(x, y), 8) * 12;
  return blend(blend({4, 5, 14}, {40, 36, 50}, glow), {255, 220, 140}, std::min(1.0, lamp));
}

Color lines(double x, double y, unsigned seed) {
  const double bend = 60 * Grain{260, 60, seed}.at(x, y);
  const double a = std::abs(std::remainder(x + bend, 47));
  const double b = std::abs(std::remainder(y * 0.9 + x * 0.3 - bend, 61));
  const double ink = std::clamp(1.8 - std::min(a, b), 0.0, 1.0);
  return blend({250, 248, 240}, {20, 20, 30}, ink);
}

Color pale(double x, double y, unsigned seed) {
  const Color base = clouds(x, y, seed);
  return blend(base, {170, 168, 165}, 0.75);
}

Color speckled(double x, double y, unsigned seed) {
  const Color base = clouds(x / 2, y / 2, seed);
  const double speckle = 40 * (hashed(static_cast<int>(x), static_cast<int>(y), seed + 3) - 0.5);
  return {base[0] + speckle, base[1] + speckle, base[2] + speckle};
}

}  // namespace

Bitmap make_picture(Motif motif, int width, int height, unsigned seed) {
  constexpr std::array motifs{clouds, foliage, buildings, sky, night, lines, pale, speckled};
  const auto paint = motifs[static_cast<std::size_t>(motif)];
  return painted(width, height, [&](int x, int y) { return paint(x, y, seed * 1000); });
}

}  // namespace wordbrush::scenes
