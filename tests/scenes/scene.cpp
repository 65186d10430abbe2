// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/scene.h"

#include <algorithm>
#include <cmath>

#include "scenes/noise.h"

namespace wordbrush::scenes {

Scene make_scene(pixels::Bitmap frame, const Rect& target, Edit edit, const Distortion& distortion,
                 unsigned seed) {
  Edited after = edited(frame, target, edit, seed);
  Reply reply = distort(after.picture, distortion, seed);
  return {.frame = std::move(frame),
          .reply = std::move(reply.picture),
          .edited = std::move(after.changed),
          .wanted = std::move(after.picture),
          .target = target,
          .truth = reply.truth};
}

Rect random_target(const pixels::Bitmap& picture, double share, std::mt19937& random) {
  const double stretch = std::exp(uniform(random, -0.3, 0.3));
  const double side = std::sqrt(share * picture.width() * picture.height());
  const int width = std::min(picture.width(), static_cast<int>(side * stretch));
  const int height = std::min(picture.height(), static_cast<int>(side / stretch));
  return {static_cast<int>(uniform(random, 0, picture.width() - width)),
          static_cast<int>(uniform(random, 0, picture.height() - height)), width, height};
}

}  // namespace wordbrush::scenes
