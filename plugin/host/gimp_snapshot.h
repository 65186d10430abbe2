// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <memory>

#include "base/rect.h"
#include "host/canvas.h"
#include "pixels/bitmap.h"

namespace wordbrush::host {

/// Where the drawable lies on the canvas.
Rect place_of(GimpDrawable* drawable);

/// The layer as it looks by itself; `rect` is in the layer's own coordinates.
pixels::Bitmap read_layer_pixels(GimpImage* image, GimpLayer* layer, Rect rect);

/// The canvas as it looks.
pixels::Bitmap read_visible(GimpImage* image, Rect rect);

/// What read_layer_pixels reads, as it is now; `place` is where the snapshot has the layer.
/// GIMP copies no pixels for it that nobody changes.
std::unique_ptr<Snapshot> freeze_layer(GimpImage* image, GimpLayer* layer, Rect place);

/// What read_visible reads, as it is now.
std::unique_ptr<Snapshot> freeze_visible(GimpImage* image);

}  // namespace wordbrush::host
