// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/affine.h"

#include <algorithm>
#include <cmath>

namespace wordbrush::precision {

double worst_corner(const Affine& a, const Affine& b, double width, double height) {
  double worst = 0;
  for (const Point corner :
       {Point{0, 0}, Point{width, 0}, Point{0, height}, Point{width, height}}) {
    const Point p = apply(a, corner);
    const Point q = apply(b, corner);
    worst = std::max(worst, std::hypot(p.x - q.x, p.y - q.y));
  }
  return worst;
}

}  // namespace wordbrush::precision
