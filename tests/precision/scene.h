// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <random>
#include <vector>

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/affine.h"

namespace wordbrush::precision {

/// Pictures made from a seed.
enum class Motif { Clouds, Foliage, Buildings, Sky, Night, Lines, Pale, Grain };
inline constexpr Motif all_motifs[] = {Motif::Clouds, Motif::Foliage, Motif::Buildings,
                                       Motif::Sky,    Motif::Night,   Motif::Lines,
                                       Motif::Pale,   Motif::Grain};
pixels::Bitmap make_picture(Motif motif, int width, int height, unsigned seed);

/// The photographs of data/photos, none where there is none, each `width` wide at most.
std::vector<pixels::Bitmap> photographs(int width);

enum class Edit { None, Object, Removal, Tint };
enum class Light { As, Gain, Desaturated, Gamma, Shading };

/// What a model does to a picture besides what it was asked for.
struct Distortion {
  double scale = 1;
  double dx = 0, dy = 0;  ///< pixels
  double rotation = 0;    ///< radians
  Light light = Light::As;
  double noise = 0;      ///< standard deviation, of 255
  int jpeg_quality = 0;  ///< 0: none
};

/// A frame, what a model made of it, and the truth about both.
struct Scene {
  pixels::Bitmap frame;
  pixels::Bitmap reply;
  pixels::Mask edited;    ///< of the frame's size: 255 where the edit changed something
  pixels::Bitmap wanted;  ///< the frame with the edit and without any distortion
  Rect target;
  Affine truth;  ///< from frame to reply
};

/// Edits within `target`, then distorts.
Scene make_scene(pixels::Bitmap frame, const Rect& target, Edit edit, const Distortion& distortion,
                 unsigned seed);

/// A rectangle of `share` of the picture's area, somewhere in it.
Rect random_target(const pixels::Bitmap& picture, double share, std::mt19937& random);
double uniform(std::mt19937& random, double low, double high);

}  // namespace wordbrush::precision
