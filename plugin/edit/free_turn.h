// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/rect.h"
#include "edit/witness.h"
#include "host/canvas.h"
#include "precision/affine.h"

namespace wordbrush::edit {

/// The angles (radians, clockwise, from -pi to pi) by which a layer that filled `before` can
/// have been turned so that it fills `now`, about `step` apart; empty where by none. The
/// size gives the angle away but for its sign and its half turns.
std::vector<double> possible_turns(const Rect& before, const Rect& now, double step);

/// Where the witness was looked for.
struct TurnSearch {
  Rect before;            ///< all of the pixels, as they were
  Rect now;               ///< all of them, as they are; canvas pixels
  bool anywhere = false;  ///< also by angles and in places that these do not tell: takes longer
};

/// How pixels came to lie that were turned by any angle.
struct FreeTurn {
  precision::Affine transform;  ///< from the canvas as it was to the canvas as it is
  double score = 0;             ///< as of precision::locate()
};

/// Looks for the witness among the pixels of `source` as it is now. None where it is not
/// seen with certainty.
std::optional<FreeTurn> find_turned(host::Canvas& canvas, const host::Source& source,
                                    const Witness& witness, const TurnSearch& search);

}  // namespace wordbrush::edit
