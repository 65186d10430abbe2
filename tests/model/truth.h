// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/rect.h"
#include "model/logged_picture.h"
#include "precision/affine.h"

namespace wordbrush::model {

/// What the model really did to the picture that it received.
struct Truth {
  std::string edit;  ///< as a scenario names it
  unsigned seed = 0;
  Rect area;  ///< the bounds of what the edit may have changed, in pixels received
  precision::Affine transform;  ///< from the picture received to the answer
  int width = 0;                ///< of the answer, in pixels
  int height = 0;
  bool redrawn = false;                 ///< painted anew, so that the transform means nothing
  std::optional<LoggedPicture> wanted;  ///< truth=yes: after the edit, before any distortion
};

}  // namespace wordbrush::model
