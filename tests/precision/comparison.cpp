// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/comparison.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "precision/frame_plan.h"

namespace wordbrush::precision {

namespace {

double linear(std::uint8_t value) {
  const double v = value / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double lightness(double t) {
  return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
}

const std::uint8_t* at(const pixels::Bitmap& bitmap, int x, int y) {
  return bitmap.row(y) + static_cast<std::ptrdiff_t>(x) * pixels::Bitmap::channels;
}

struct Sector {
  Lab error{};
  int pixels = 0;
};

}  // namespace

Lab to_lab(const std::uint8_t* pixel) {
  const double r = linear(pixel[0]);
  const double g = linear(pixel[1]);
  const double b = linear(pixel[2]);
  const double x = lightness((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const double y = lightness(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const double z = lightness((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double seam(const pixels::Bitmap& patch, const Scene& scene) {
  constexpr int sectors = 48;
  constexpr int widest = 6;
  const Rect& t = scene.target;
  std::array<Sector, sectors> all{};
  for (int y = 0; y < t.height; ++y)
    for (int x = 0; x < t.width; ++x) {
      const int depth = std::min({x, y, t.width - 1 - x, t.height - 1 - y});
      if (depth < 1 || depth > widest || at(patch, x, y)[3] == 0) continue;
      const double turn = std::atan2(y - t.height / 2.0, x - t.width / 2.0) / std::numbers::pi;
      Sector& sector = all[static_cast<std::size_t>(
          std::clamp(static_cast<int>((turn + 1) / 2 * sectors), 0, sectors - 1))];
      const Lab is = to_lab(at(patch, x, y));
      const Lab should = to_lab(at(scene.wanted, x + t.x, y + t.y));
      for (std::size_t c = 0; c < is.size(); ++c) sector.error[c] += is[c] - should[c];
      ++sector.pixels;
    }
  std::vector<double> steps;
  for (const Sector& s : all)
    if (s.pixels > 0) steps.push_back(std::hypot(s.error[0], s.error[1], s.error[2]) / s.pixels);
  std::ranges::sort(steps);
  return steps.empty() ? 0 : steps[(steps.size() - 1) * 95 / 100];
}

double mean_distance(const pixels::Bitmap& a, const pixels::Bitmap& b) {
  double sum = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const Lab p = to_lab(at(a, x, y));
      const Lab q = to_lab(at(b, x, y));
      sum += std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    }
  return sum / (static_cast<double>(a.width()) * a.height());
}

bool same(const pixels::Bitmap& a, const pixels::Bitmap& b) {
  return a.width() == b.width() && a.height() == b.height() &&
         std::ranges::equal(a.bytes(), b.bytes());
}

RegistrationStart plain_start(const Scene& scene) {
  const pixels::Bitmap& f = scene.frame;
  return {scene.target,
          {0, 0, f.width(), f.height()},
          scaling(static_cast<double>(scene.reply.width()) / f.width(),
                  static_cast<double>(scene.reply.height()) / f.height())};
}

Registration registered(const Scene& scene) {
  return register_reply(scene.frame, scene.reply, plain_start(scene));
}

double error_of(const Registration& registration, const Scene& scene) {
  return worst_corner(registration.transform, scene.truth, scene.frame.width(),
                      scene.frame.height());
}

FramePlan plan_of(const Scene& scene) {
  const int width = scene.frame.width();
  const int height = scene.frame.height();
  return {.frame = {0, 0, width, height},
          .target = scene.target,
          .upload_width = width,
          .upload_height = height};
}

}  // namespace wordbrush::precision
