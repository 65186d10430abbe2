// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/rect.h"
#include "model/scenario.h"
#include "pixels/bitmap.h"

namespace wordbrush::model {

/// The picture after the scenario's edit, of the same size; alpha stays as it is.
///
/// Geometry is relative to the picture, so that a test knows what must have changed
/// (changed_area) whatever size was sent.
pixels::Bitmap edited(const Scenario& scenario, const pixels::Bitmap& picture);

/// The bounds of what the edit changes in a picture of this size; empty for NoOp, all of
/// it for Invert, Tint and Relight.
Rect changed_area(const Scenario& scenario, const Size& size);

/// The picture at another size: averaged when it shrinks, cubic when it grows.
pixels::Bitmap resized(const pixels::Bitmap& picture, const Size& size);

/// One opaque colour.
pixels::Bitmap painted(const Color& color, const Size& size);

/// A colour for words: the same words give the same colour.
Color color_of(std::string_view words);

}  // namespace wordbrush::model
