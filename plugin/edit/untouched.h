// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"

namespace wordbrush::edit {

/// Whether `answer` is the very picture that was sent: `sent` itself, or what a JPEG of the
/// quality of uploads keeps of it. A model that smoothed it ever so little gave another one.
bool is_untouched(const pixels::Bitmap& answer, const pixels::Bitmap& sent);

}  // namespace wordbrush::edit
