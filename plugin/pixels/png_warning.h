// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>
#include <png.h>

namespace wordbrush::pixels {

/// libpng's callback for what it can go on after.
inline void log_png_warning(png_structp, png_const_charp words) {
  g_debug("libpng: %s", words);
}

}  // namespace wordbrush::pixels
