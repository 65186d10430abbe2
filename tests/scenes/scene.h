// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/affine.h"
#include "scenes/distortion.h"
#include "scenes/edit.h"

namespace wordbrush::scenes {

/// A frame, what a model made of it, and the truth about both.
struct Scene {
  pixels::Bitmap frame;
  pixels::Bitmap reply;
  pixels::Mask edited;    ///< of the frame's size: 255 where the edit changed something
  pixels::Bitmap wanted;  ///< the frame with the edit and without any distortion
  Rect target;
  precision::Affine truth;  ///< from frame to reply
};

/// Edits within `target`, then distorts.
Scene make_scene(pixels::Bitmap frame, const Rect& target, Edit edit, const Distortion& distortion,
                 unsigned seed);

/// A rectangle of `share` of the picture's area, somewhere in it.
Rect random_target(const pixels::Bitmap& picture, double share, std::mt19937& random);

}  // namespace wordbrush::scenes
