// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/selection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scenes/noise.h"
#include "scenes/pixel.h"

namespace wordbrush::scenes {

namespace {

using pixels::Mask;

/// The area that a shape takes of its rectangle.
double filled_part(Shape shape) {
  switch (shape) {
    case Shape::Box:
    case Shape::Border:
      return 1;
    case Shape::Ellipse:
    case Shape::Feathered:
      return std::numbers::pi / 4;
    case Shape::Freehand:
    case Shape::Islands:
      break;
  }
  return 0.56;
}

Rect random_rect(int width, int height, double share, std::mt19937& random) {
  const double stretch = std::exp(uniform(random, -0.3, 0.3));
  const double side = std::sqrt(share * width * height);
  const int w = std::clamp(static_cast<int>(side * stretch), 8, width);
  const int h = std::clamp(static_cast<int>(share * width * height / w), 8, height);
  return {static_cast<int>(uniform(random, 0, width - w)),
          static_cast<int>(uniform(random, 0, height - h)), w, h};
}

/// How far the outline is from its middle at an angle: 1 is the ellipse.
struct Outline {
  double phases[3];

  double at(double angle) const {
    return 0.82 + 0.10 * std::sin(2 * angle + phases[0]) + 0.06 * std::sin(3 * angle + phases[1]) +
           0.02 * std::sin(7 * angle + phases[2]);
  }
};

/// The same place in the rectangle, -1 to 1 each way.
struct Place {
  double u, v;

  Place(const Rect& r, int x, int y)
      : u((x + 0.5 - r.x) / r.width * 2 - 1), v((y + 0.5 - r.y) / r.height * 2 - 1) {}
  double radius() const { return std::hypot(u, v); }
};

bool is_in_holes(const Place& p) {
  return std::hypot(p.u - 0.35, p.v + 0.2) < 0.12 || std::hypot(p.u + 0.3, p.v - 0.35) < 0.08;
}

bool is_beside(const Place& p) {
  return std::hypot(p.u - 0.9, p.v - 0.9) < 0.06 || std::hypot(p.u + 0.9, p.v + 0.9) < 0.05;
}

double value_at(Shape shape, const Rect& r, const Outline& outline, int x, int y) {
  const Place p(r, x, y);
  const double pixels = std::min(r.width, r.height) / 2.0;
  const bool in_outline = p.radius() < outline.at(std::atan2(p.v, p.u));
  switch (shape) {
    case Shape::Box:
    case Shape::Border:
      return 1;
    case Shape::Ellipse:
      return std::clamp((1 - p.radius()) * pixels, 0.0, 1.0);
    case Shape::Feathered:
      return std::clamp((1 - p.radius()) / 0.15, 0.0, 1.0);
    case Shape::Freehand:
      return in_outline ? 1 : 0;
    case Shape::Islands:
      break;
  }
  const bool on_line = y == r.y + r.height / 20 && x > r.x + r.width / 4;
  return (in_outline && !is_in_holes(p)) || is_beside(p) || on_line ? 1 : 0;
}

}  // namespace

Mask random_selection(Shape shape, int width, int height, double share, std::mt19937& random) {
  Rect r = random_rect(width, height, std::min(0.95, share / filled_part(shape)), random);
  if (shape == Shape::Border) (random() % 2 == 0 ? r.x : r.y) = 0;
  Outline outline{};
  for (double& phase : outline.phases) phase = uniform(random, 0, 2 * std::numbers::pi);
  Mask mask(width, height);
  for (int y = r.y; y < r.bottom(); ++y)
    for (int x = r.x; x < r.right(); ++x)
      mask.row(y)[x] = to_byte(255 * value_at(shape, r, outline, x, y));
  return mask;
}

Rect bounds_of(const Mask& mask) {
  int left = mask.width;
  int right = 0;
  int top = mask.height;
  int bottom = 0;
  for (int y = 0; y < mask.height; ++y)
    for (int x = 0; x < mask.width; ++x) {
      if (mask.row(y)[x] == 0) continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
      top = std::min(top, y);
      bottom = y + 1;
    }
  if (left >= right) return {};
  return {left, top, right - left, bottom - top};
}

}  // namespace wordbrush::scenes
