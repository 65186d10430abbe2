// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "base/rect.h"
#include "pixels/mask.h"

namespace wordbrush::scenes {

/// What people select.
enum class Shape {
  Box,        ///< a rectangle, hard
  Ellipse,    ///< smooth at its edge by a pixel
  Feathered,  ///< an ellipse that fades out
  Freehand,   ///< a bent outline, hard
  Islands,    ///< a bent outline with holes, specks beside it and a line of one pixel
  Border,     ///< a rectangle that ends with the picture
};
inline constexpr Shape all_shapes[] = {Shape::Box,      Shape::Ellipse, Shape::Feathered,
                                       Shape::Freehand, Shape::Islands, Shape::Border};

/// A selection of about `share` of a `width` x `height` picture, somewhere in it.
pixels::Mask random_selection(Shape shape, int width, int height, double share,
                              std::mt19937& random);

/// The smallest rectangle that holds every pixel above 0; empty where there is none.
Rect bounds_of(const pixels::Mask& mask);

}  // namespace wordbrush::scenes
