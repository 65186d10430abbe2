// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <memory>

#include "base/glib_ptr.h"
#include "pixels/bitmap.h"

namespace wordbrush::ui {

using SurfacePtr = std::unique_ptr<cairo_surface_t, FreeWith<cairo_surface_destroy>>;

/// `bitmap`, fitted into a square of `side` pixels of the screen's own measure, which
/// are `scale` device pixels each. Null where it is empty.
SurfacePtr to_icon(const pixels::Bitmap& bitmap, int side, int scale);

}  // namespace wordbrush::ui
