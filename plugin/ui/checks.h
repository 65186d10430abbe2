// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>

#include <memory>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

using CairoPatternPtr = std::unique_ptr<cairo_pattern_t, FreeWith<cairo_pattern_destroy>>;
using CairoSurfacePtr = std::unique_ptr<cairo_surface_t, FreeWith<cairo_surface_destroy>>;

/// What shows through transparent pixels, of the colors and size in GIMP's preferences, to
/// be filled with; a side is `device_scale` times as long. Reads GIMP's preferences, which
/// are there in plug-ins only.
CairoPatternPtr make_checks(int device_scale);

}  // namespace wordbrush::ui
