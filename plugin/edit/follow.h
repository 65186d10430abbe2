// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/rect.h"
#include "edit/movement.h"
#include "edit/report.h"
#include "edit/witness.h"
#include "host/canvas.h"
#include "precision/affine.h"

namespace wordbrush::edit {

/// What became of the pixels of a witness.
struct Whereabouts {
  Movement movement;
  /// Where they were turned by any angle: from the canvas as it was to the canvas as it is.
  /// The movement says nothing then.
  std::optional<precision::Affine> turn;
  bool is_sure = true;   ///< they were seen there, or nothing has moved
  int canvas_width = 0;  ///< as it is now
  int canvas_height = 0;
};

/// Finds the pixels of the witness in the image as it is now; none where the image is
/// closed or can hold no layer. They are looked for on the source's own layer, or on the
/// canvas where that is gone.
std::optional<Whereabouts> find_again(host::Canvas& canvas, const host::Source& source,
                                      const Witness& witness);

/// Brings a layer where the pixels it was made from came to lie.
void follow(const Whereabouts& found, host::NewLayer& layer);

/// What the user should know of a layer that came to lie in `place`.
std::optional<Warning> warning_of(const Whereabouts& found, const Rect& place);

}  // namespace wordbrush::edit
