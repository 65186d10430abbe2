// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "precision/affine.h"

namespace wordbrush::precision {

/// What is known before the search.
struct RegistrationStart {
  Rect target;   ///< what was to change, in frame pixels: counts only if there is too little else
  Rect real;     ///< the frame without its padding, in frame pixels
  Affine start;  ///< from frame to reply, as if the model had kept the geometry
  /// Models often only shift a picture: turn and scale that are hardly more than their own
  /// error are left out. What somebody turned by hand was turned.
  bool is_turned = false;
};

enum class RegistrationOutcome {
  Aligned,         ///< found, and used
  AlreadyAligned,  ///< found to be the start, within what can be seen
  NoTexture,       ///< nothing to go by: too plain outside the target
  Redrawn,         ///< too little of the frame is in the reply
  Uncertain,       ///< too little texture to say to the pixel
};

/// The outcome's name in reports: "already_aligned".
std::string_view name_of(RegistrationOutcome outcome);

/// How the reply lies on the frame.
struct Registration {
  Affine transform;       ///< from frame to reply; the start where `used` is false
  double confidence = 0;  ///< share of the frame's texture that the reply explains, 0 to 1
  double corner_error =
      0;              ///< how far a corner may be off, as its standard deviation, in frame pixels
  bool used = false;  ///< whether the transform is more than the start
  RegistrationOutcome outcome = RegistrationOutcome::NoTexture;
};

/// Finds shift, rotation and scale (and shear, where that is clearly better) that
/// lay the reply on the frame. Light, contrast, noise and local edits disturb it little.
/// A wrong warp is worse than none, so what is not sure is not used.
Registration register_reply(const pixels::Bitmap& frame, const pixels::Bitmap& reply,
                            const RegistrationStart& start);

}  // namespace wordbrush::precision
