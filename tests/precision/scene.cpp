// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>

#include "pixels/decode.h"
#include "pixels/encode.h"
#include "precision/resize.h"

namespace wordbrush::precision {

namespace {

using pixels::Bitmap;
using pixels::Mask;
using Colour = std::array<double, 3>;

double hashed(int x, int y, unsigned seed) {
  auto h = static_cast<unsigned>(x) * 374761393U + static_cast<unsigned>(y) * 668265263U +
           seed * 2246822519U;
  h = (h ^ (h >> 13U)) * 1274126177U;
  h ^= h >> 16U;
  return (h & 0xffffU) / 65535.0;
}

double smooth_noise(double x, double y, unsigned seed) {
  const int xi = static_cast<int>(std::floor(x));
  const int yi = static_cast<int>(std::floor(y));
  const auto ease = [](double t) { return t * t * (3 - 2 * t); };
  const double u = ease(x - xi);
  const double v = ease(y - yi);
  return std::lerp(std::lerp(hashed(xi, yi, seed), hashed(xi + 1, yi, seed), u),
                   std::lerp(hashed(xi, yi + 1, seed), hashed(xi + 1, yi + 1, seed), u), v);
}

/// Noise of all sizes from `largest` pixels down to `smallest`, 0 to 1.
double octaves(double x, double y, double largest, double smallest, unsigned seed) {
  double sum = 0;
  double weight = 0;
  double part = 1;
  double size = largest;
  while (size >= smallest) {
    sum += part * smooth_noise(x / size, y / size, ++seed);
    weight += part;
    size /= 2;
    part *= 0.6;
  }
  return sum / weight;
}

Colour blend(const Colour& a, const Colour& b, double t) {
  return {std::lerp(a[0], b[0], t), std::lerp(a[1], b[1], t), std::lerp(a[2], b[2], t)};
}

Colour clouds(double x, double y, unsigned seed) {
  return {255 * octaves(x, y, 160, 4, seed), 255 * octaves(x, y, 120, 4, seed + 50),
          40 + 180 * octaves(x, y, 200, 4, seed + 90)};
}

Colour foliage(double x, double y, unsigned seed) {
  const double leaf = octaves(x + 40 * octaves(x, y, 90, 20, seed + 9), y, 24, 2, seed);
  return blend({12, 30, 8}, {150, 200, 90}, std::clamp(2 * leaf - 0.5, 0.0, 1.0));
}

Colour buildings(double x, double y, unsigned seed) {
  const int column = static_cast<int>(std::floor(x / 90));
  const double height = 60 + 180 * hashed(column, 0, seed);
  if (y < height) return blend({150, 180, 220}, {210, 220, 235}, y / 240);
  const bool window = std::fmod(x, 18) > 8 && std::fmod(y - height, 24) > 11;
  const double dirt = octaves(x, y, 60, 3, seed);
  const Colour wall = blend({90, 70, 60}, {200, 180, 150}, hashed(column, 1, seed));
  return blend(window ? Colour{40, 50, 70} : wall, {20, 20, 20}, 0.3 * dirt);
}

Colour sky(double x, double y, unsigned seed) {
  const double cloud = std::clamp(3 * octaves(x, y, 300, 16, seed) - 1.4, 0.0, 1.0);
  const double hill = 420 + 60 * smooth_noise(x / 140, 0, seed);
  if (y > hill) return foliage(x, y, seed);
  return blend(blend({70, 120, 200}, {180, 205, 235}, y / 450), {245, 245, 245}, cloud);
}

Colour night(double x, double y, unsigned seed) {
  const double glow = octaves(x, y, 120, 6, seed);
  const double lamp = std::pow(octaves(x, y, 20, 8, seed + 7), 8) * 12;
  return blend(blend({4, 5, 14}, {40, 36, 50}, glow), {255, 220, 140}, std::min(1.0, lamp));
}

Colour lines(double x, double y, unsigned seed) {
  const double bend = 60 * octaves(x, y, 260, 60, seed);
  const double a = std::abs(std::remainder(x + bend, 47));
  const double b = std::abs(std::remainder(y * 0.9 + x * 0.3 - bend, 61));
  const double ink = std::clamp(1.8 - std::min(a, b), 0.0, 1.0);
  return blend({250, 248, 240}, {20, 20, 30}, ink);
}

Colour pale(double x, double y, unsigned seed) {
  const Colour base = clouds(x, y, seed);
  return blend(base, {170, 168, 165}, 0.75);
}

Colour grain(double x, double y, unsigned seed) {
  const Colour base = clouds(x / 2, y / 2, seed);
  const double speckle = 40 * (hashed(static_cast<int>(x), static_cast<int>(y), seed + 3) - 0.5);
  return {base[0] + speckle, base[1] + speckle, base[2] + speckle};
}

std::uint8_t to_byte(double value) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

std::uint8_t* at(Bitmap& bitmap, int x, int y) {
  return bitmap.row(y) + static_cast<std::ptrdiff_t>(x) * Bitmap::channels;
}
const std::uint8_t* at(const Bitmap& bitmap, int x, int y) {
  return bitmap.row(y) + static_cast<std::ptrdiff_t>(x) * Bitmap::channels;
}

Bitmap painted(int width, int height, const std::function<Colour(int, int)>& colour_at) {
  Bitmap bitmap(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const Colour colour = colour_at(x, y);
      std::uint8_t* pixel = at(bitmap, x, y);
      std::ranges::transform(colour, pixel, to_byte);
      pixel[3] = 255;
    }
  return bitmap;
}

/// Catmull-Rom, repeated at the edges; (x, y) from the top left corner.
Colour sampled(const Bitmap& from, double x, double y) {
  const auto weights = [](double t) -> std::array<double, 4> {
    return {((-t + 2) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2,
            ((-3 * t + 4) * t + 1) * t / 2, (t - 1) * t * t / 2};
  };
  const int xi = static_cast<int>(std::floor(x - 0.5));
  const int yi = static_cast<int>(std::floor(y - 0.5));
  const auto wx = weights(x - 0.5 - xi);
  const auto wy = weights(y - 0.5 - yi);
  Colour sum{};
  for (int j = 0; j < 4; ++j)
    for (int i = 0; i < 4; ++i) {
      const auto* pixel = at(from, std::clamp(xi - 1 + i, 0, from.width() - 1),
                             std::clamp(yi - 1 + j, 0, from.height() - 1));
      const double w = wx[static_cast<std::size_t>(i)] * wy[static_cast<std::size_t>(j)];
      for (std::size_t c = 0; c < 3; ++c) sum[c] += w * pixel[c];
    }
  return sum;
}

Colour lit(const Colour& colour, Light light, double u, double v) {
  Colour out = colour;
  const double grey = 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2];
  switch (light) {
    case Light::As:
      break;
    case Light::Gain:
      out = {colour[0] * 1.06 - 4, colour[1] * 0.97 + 3, colour[2] * 0.92 + 8};
      break;
    case Light::Desaturated:
      out = blend(colour, {grey, grey, grey}, 0.12);
      break;
    case Light::Gamma:
      for (double& c : out) c = 255 * std::pow(std::clamp(c, 0.0, 255.0) / 255, 1.08);
      break;
    case Light::Shading:
      for (double& c : out) c *= 1 + 0.05 * std::sin(3.0 * u + 0.5) * std::cos(2.5 * v);
      break;
  }
  return out;
}

/// How much of the edit is at a point: an ellipse that fills most of the target.
double edit_at(const Rect& target, int x, int y) {
  const double u = (x + 0.5 - target.x) / target.width * 2 - 1;
  const double v = (y + 0.5 - target.y) / target.height * 2 - 1;
  return std::hypot(u, v) < 0.8 ? 1 : 0;
}

Colour edited(const Bitmap& frame, const Rect& target, Edit edit, int x, int y, unsigned seed) {
  const auto* p = at(frame, x, y);
  const Colour own{double(p[0]), double(p[1]), double(p[2])};
  switch (edit) {
    case Edit::None:
      return own;
    case Edit::Object:
      return blend({230, 40, 30}, {250, 200, 60}, octaves(x, y, 40, 4, seed));
    case Edit::Tint:
      return {own[0] * 0.7 + 70, own[1] * 0.75, own[2] * 0.75 + 10};
    case Edit::Removal:
      break;
  }
  const double t = static_cast<double>(x - target.x) / target.width;
  const int y_clamped = std::clamp(y, 0, frame.height() - 1);
  const auto* left = at(frame, std::max(0, target.x), y_clamped);
  const auto* right = at(frame, std::min(frame.width(), target.right()) - 1, y_clamped);
  return blend({double(left[0]), double(left[1]), double(left[2])},
               {double(right[0]), double(right[1]), double(right[2])}, t);
}

Bitmap through_jpeg(const Bitmap& picture, int quality) {
  return *pixels::decode(pixels::encode_jpeg(picture, quality));
}

Affine to_affine(const Distortion& d, int width, int height) {
  const double c = d.scale * std::cos(d.rotation);
  const double s = d.scale * std::sin(d.rotation);
  const Affine turn{c, -s, 0, s, c, 0};
  return compose(shift(width / 2.0 + d.dx, height / 2.0 + d.dy),
                 compose(turn, shift(-width / 2.0, -height / 2.0)));
}

}  // namespace

Bitmap make_picture(Motif motif, int width, int height, unsigned seed) {
  constexpr std::array motifs{clouds, foliage, buildings, sky, night, lines, pale, grain};
  const auto paint = motifs[static_cast<std::size_t>(motif)];
  return painted(width, height, [&](int x, int y) { return paint(x, y, seed * 1000); });
}

std::vector<Bitmap> photographs(int width) {
  std::vector<Bitmap> all;
  const std::filesystem::path folder = WORDBRUSH_PHOTOS;
  if (!std::filesystem::exists(folder)) return all;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".jpg") paths.push_back(entry.path());
  std::ranges::sort(paths);
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(file), {}};
    const auto picture = pixels::decode(bytes);
    if (!picture) continue;
    const int side = std::min(width, picture->width());
    all.push_back(resize(*picture, side, picture->height() * side / picture->width()));
  }
  return all;
}

Scene make_scene(Bitmap frame, const Rect& target, Edit edit, const Distortion& distortion,
                 unsigned seed) {
  const int width = frame.width();
  const int height = frame.height();
  Scene scene{.edited = Mask(width, height), .target = target};
  scene.wanted = painted(width, height, [&](int x, int y) -> Colour {
    const auto* p = at(frame, x, y);
    const Colour own{double(p[0]), double(p[1]), double(p[2])};
    const double share = edit == Edit::None ? 0 : edit_at(target, x, y);
    if (share > 0) scene.edited.row(y)[x] = 255;
    return share > 0 ? edited(frame, target, edit, x, y, seed) : own;
  });
  scene.truth = to_affine(distortion, width, height);
  const Affine back = inverse(scene.truth);
  std::mt19937 random(seed);
  std::normal_distribution<double> grain_of(0, 1);
  scene.reply = painted(width, height, [&](int x, int y) {
    const Point p = apply(back, {x + 0.5, y + 0.5});
    const double u = static_cast<double>(x) / width;
    const double v = static_cast<double>(y) / height;
    Colour colour = lit(sampled(scene.wanted, p.x, p.y), distortion.light, u, v);
    if (distortion.noise > 0)
      for (double& c : colour) c += distortion.noise * grain_of(random);
    return colour;
  });
  if (distortion.jpeg_quality > 0) scene.reply = through_jpeg(scene.reply, distortion.jpeg_quality);
  scene.frame = std::move(frame);
  return scene;
}

double uniform(std::mt19937& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random()) / 4294967295.0;
}

Rect random_target(const Bitmap& picture, double share, std::mt19937& random) {
  const double stretch = std::exp(uniform(random, -0.3, 0.3));
  const double side = std::sqrt(share * picture.width() * picture.height());
  const int width = std::min(picture.width(), static_cast<int>(side * stretch));
  const int height = std::min(picture.height(), static_cast<int>(side / stretch));
  return {static_cast<int>(uniform(random, 0, picture.width() - width)),
          static_cast<int>(uniform(random, 0, picture.height() - height)), width, height};
}

}  // namespace wordbrush::precision
