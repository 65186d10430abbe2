// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"

namespace wordbrush::demo {

/// What is mixed: the light, as a lens does, or the values, as eyes judge steps.
enum class Mixing { Light, Values };

/// A Gaussian blur of the colors, `sigma` in pixels, by three box filters; the edge
/// pixels go on outside. Transparent pixels give no color to their neighbors. Alpha
/// stays, and so does the color of what has only transparent pixels around it.
pixels::Bitmap blurred(const pixels::Bitmap& bitmap, double sigma, Mixing mixing);

}  // namespace wordbrush::demo
