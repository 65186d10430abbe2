// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/distortion.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "pixels/decode.h"
#include "pixels/encode.h"
#include "precision/resize.h"
#include "scenes/motif.h"
#include "scenes/noise.h"
#include "scenes/pixel.h"

namespace wordbrush::scenes {

namespace {

using pixels::Bitmap;
using precision::Affine;
using precision::Point;

constexpr Color bars{128, 128, 128};

/// Catmull-Rom, repeated at the edges; (x, y) from the top left corner.
Color sampled(const Bitmap& from, Point p) {
  const auto weights = [](double t) -> std::array<double, 4> {
    return {((-t + 2) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2,
            ((-3 * t + 4) * t + 1) * t / 2, (t - 1) * t * t / 2};
  };
  const int xi = static_cast<int>(std::floor(p.x - 0.5));
  const int yi = static_cast<int>(std::floor(p.y - 0.5));
  const auto wx = weights(p.x - 0.5 - xi);
  const auto wy = weights(p.y - 0.5 - yi);
  Color sum{};
  for (int j = 0; j < 4; ++j)
    for (int i = 0; i < 4; ++i) {
      const auto* pixel = pixel_at(from, std::clamp(xi - 1 + i, 0, from.width() - 1),
                                   std::clamp(yi - 1 + j, 0, from.height() - 1));
      const double w = wx[static_cast<std::size_t>(i)] * wy[static_cast<std::size_t>(j)];
      for (std::size_t c = 0; c < 3; ++c) sum[c] += w * pixel[c];
    }
  return sum;
}

/// The mean over one pixel of the reply, however much of the picture it covers.
Color averaged(const Bitmap& from, const Affine& back, int x, int y) {
  if (back == Affine{}) return color_at(from, x, y);
  const double covered = std::sqrt(std::abs(back.xx * back.yy - back.xy * back.yx));
  const int steps = std::max(1, static_cast<int>(std::ceil(covered - 0.1)));
  Color sum{};
  for (int j = 0; j < steps; ++j)
    for (int i = 0; i < steps; ++i) {
      const Point p{x + (i + 0.5) / steps, y + (j + 0.5) / steps};
      const Color one = sampled(from, apply(back, p));
      for (std::size_t c = 0; c < 3; ++c) sum[c] += one[c] / (steps * steps);
    }
  return sum;
}

Color lit(const Color& color, Light light, double u, double v) {
  Color out = color;
  const double gray = 0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2];
  switch (light) {
    case Light::As:
      break;
    case Light::Gain:
      out = {color[0] * 1.06 - 4, color[1] * 0.97 + 3, color[2] * 0.92 + 8};
      break;
    case Light::Desaturated:
      out = blend(color, {gray, gray, gray}, 0.12);
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

Affine moved(const Distortion& d, int width, int height) {
  const double c = d.scale * std::cos(d.rotation);
  const double s = d.scale * std::sin(d.rotation);
  const Affine turn{c, -s, 0, s, c, 0};
  return compose(precision::shift(width / 2.0 + d.dx, height / 2.0 + d.dy),
                 compose(turn, precision::shift(-width / 2.0, -height / 2.0)));
}

/// From the picture to the reply, by its fit alone.
Affine fitted(const Distortion& d, const Bitmap& picture) {
  const double x = static_cast<double>(d.width) / picture.width();
  const double y = static_cast<double>(d.height) / picture.height();
  if (d.fit == Fit::Stretch) return precision::scaling(x, y);
  const double scale = d.fit == Fit::Crop ? std::max(x, y) : std::min(x, y);
  return {scale, 0,     (d.width - scale * picture.width()) / 2,
          0,     scale, (d.height - scale * picture.height()) / 2};
}

/// The same colors about the same places under other brush strokes.
Bitmap painted_anew(const Bitmap& picture, unsigned seed) {
  const int width = picture.width();
  const int height = picture.height();
  const int cell = std::max(4, std::max(width, height) / 40);
  const Bitmap rough = precision::resize(
      precision::resize(picture, std::max(1, width / cell), std::max(1, height / cell)), width,
      height);
  constexpr Motif strokes_of[] = {Motif::Clouds, Motif::Foliage, Motif::Lines};
  const Bitmap strokes =
      make_picture(strokes_of[seed % std::size(strokes_of)], width, height, seed);
  const Color usual = color_at(precision::resize(strokes, 1, 1), 0, 0);
  const double reach = std::max(width, height) / 12.0;
  return painted(width, height, [&](int x, int y) {
    const double away_x = reach * (2 * smooth_noise(x / reach, y / reach, seed) - 1);
    const double away_y = reach * (2 * smooth_noise(x / reach, y / reach, seed + 1) - 1);
    Color color = sampled(rough, {x + 0.5 + away_x, y + 0.5 + away_y});
    const Color stroke = color_at(strokes, x, y);
    for (std::size_t c = 0; c < 3; ++c) color[c] += 0.5 * (stroke[c] - usual[c]);
    return color;
  });
}

Bitmap without_detail(const Bitmap& picture, double blur) {
  const auto side = [&](int pixels) {
    return std::max(1, static_cast<int>(std::lround(pixels * (1 - blur))));
  };
  return precision::resize(
      precision::resize(picture, side(picture.width()), side(picture.height())), picture.width(),
      picture.height());
}

void add_noise(Bitmap& picture, double deviation, unsigned seed) {
  std::mt19937 random(seed);
  for (std::size_t at = 0; at < picture.size(); ++at)
    if (at % Bitmap::channels != 3)
      picture.bytes()[at] = to_byte(picture.bytes()[at] + deviation * gaussian(random));
}

}  // namespace

Reply distort(const Bitmap& picture, const Distortion& wanted, unsigned seed) {
  Distortion d = wanted;
  if (d.width == 0) d.width = picture.width();
  if (d.height == 0) d.height = picture.height();
  const Affine truth = compose(fitted(d, picture), moved(d, picture.width(), picture.height()));
  const Affine back = inverse(truth);
  const Affine content = inverse(fitted(d, picture));
  const Bitmap anew = d.redrawn ? painted_anew(picture, seed) : Bitmap();
  const Bitmap& from = d.redrawn ? anew : picture;
  const auto is_bar = [&](Point p) {
    return d.fit == Fit::Letterbox &&
           (p.x < 0 || p.y < 0 || p.x > picture.width() || p.y > picture.height());
  };
  Reply reply{.truth = truth};
  reply.picture = painted(d.width, d.height, [&](int x, int y) {
    if (is_bar(apply(content, {x + 0.5, y + 0.5}))) return bars;
    const double u = static_cast<double>(x) / d.width;
    const double v = static_cast<double>(y) / d.height;
    return lit(averaged(from, back, x, y), d.light, u, v);
  });
  if (d.blur > 0) reply.picture = without_detail(reply.picture, d.blur);
  if (d.noise > 0) add_noise(reply.picture, d.noise, seed);
  if (d.jpeg_quality > 0)
    reply.picture = *pixels::decode(pixels::encode_jpeg(reply.picture, d.jpeg_quality));
  return reply;
}

}  // namespace wordbrush::scenes
