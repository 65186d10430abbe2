// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "pixels/bitmap.h"

namespace wordbrush::ui {

/// The whole of a picture so small that neither side is longer than `side` pixels, which
/// is 1 or more; one that is small enough stays as it is. For a worker: about 10 ms for 4
/// megapixels. `bitmap` is not empty.
pixels::Bitmap make_thumbnail(const pixels::Bitmap& bitmap, int side);

/// Shows `thumbnail`, or nothing where it is null, in the middle of a square of `side` of
/// the desktop's pixels, on checks where it is transparent.
void show_thumbnail(GtkImage* image, const pixels::Bitmap* thumbnail, int side);

}  // namespace wordbrush::ui
