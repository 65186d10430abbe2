// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"
#include "precision/affine.h"

namespace wordbrush::scenes {

enum class Light {
  As,
  Gain,         ///< gain and offset of each channel
  Desaturated,  ///< by 12 %
  Gamma,        ///< 1.08
  Shading,      ///< 5 %, smooth over the picture
};

/// How a picture goes into one of another ratio.
enum class Fit { Stretch, Crop, Letterbox };

/// What a model does to a picture besides what it was asked for.
struct Distortion {
  double scale = 1;
  double dx = 0, dy = 0;  ///< pixels
  double rotation = 0;    ///< radians
  Light light = Light::As;
  double noise = 0;      ///< standard deviation, of 255
  int jpeg_quality = 0;  ///< 0: none
  double blur = 0;       ///< share of the resolution that is lost, below 1
  int width = 0;         ///< of the reply, in pixels; 0: the picture's own size
  int height = 0;
  Fit fit = Fit::Stretch;
  bool redrawn = false;  ///< painted anew: the same colors about the same places, no detail kept

  friend bool operator==(const Distortion&, const Distortion&) = default;
};

struct Reply {
  pixels::Bitmap picture;
  precision::Affine truth;  ///< from the picture to the reply; without meaning if redrawn
};

/// What a model makes of the picture; past its ends its outermost pixels go on. The
/// picture's alpha counts for nothing. The same seed gives the same noise.
Reply distort(const pixels::Bitmap& picture, const Distortion& distortion, unsigned seed);

}  // namespace wordbrush::scenes
