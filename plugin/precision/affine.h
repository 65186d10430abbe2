// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wordbrush::precision {

struct Point {
  double x = 0, y = 0;
};

/// x' = xx * x + xy * y + x0; y' = yx * x + yy * y + y0. Between points of two
/// pictures, in pixels from the top left corner (the first pixel's centre is at
/// 0.5, 0.5), so that plain scaling has no x0 and y0.
struct Affine {
  double xx = 1, xy = 0, x0 = 0;
  double yx = 0, yy = 1, y0 = 0;

  friend bool operator==(const Affine&, const Affine&) = default;
};

constexpr Affine scaling(double x, double y) {
  return {x, 0, 0, 0, y, 0};
}
constexpr Affine shift(double x, double y) {
  return {1, 0, x, 0, 1, y};
}

constexpr Point apply(const Affine& a, Point p) {
  return {a.xx * p.x + a.xy * p.y + a.x0, a.yx * p.x + a.yy * p.y + a.y0};
}

/// First `inner`, then `outer`.
constexpr Affine compose(const Affine& outer, const Affine& inner) {
  return {outer.xx * inner.xx + outer.xy * inner.yx,
          outer.xx * inner.xy + outer.xy * inner.yy,
          outer.xx * inner.x0 + outer.xy * inner.y0 + outer.x0,
          outer.yx * inner.xx + outer.yy * inner.yx,
          outer.yx * inner.xy + outer.yy * inner.yy,
          outer.yx * inner.x0 + outer.yy * inner.y0 + outer.y0};
}

/// The way back; `a` must not flatten the plane.
constexpr Affine inverse(const Affine& a) {
  const double determinant = a.xx * a.yy - a.xy * a.yx;
  const Affine linear{a.yy / determinant,  -a.xy / determinant, 0,
                      -a.yx / determinant, a.xx / determinant,  0};
  const Point origin = apply(linear, {a.x0, a.y0});
  return {linear.xx, linear.xy, -origin.x, linear.yx, linear.yy, -origin.y};
}

/// The farthest that a corner of a `width` x `height` picture lies apart under `a` and `b`.
double worst_corner(const Affine& a, const Affine& b, double width, double height);

}  // namespace wordbrush::precision
