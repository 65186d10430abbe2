// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"

namespace wordbrush::demo {

// What depends on one pixel alone. All change the colors in place and keep alpha;
// none needs more than 150 ms for 2048 x 2048 pixels.

void to_black_and_white(pixels::Bitmap& bitmap);
void to_sepia(pixels::Bitmap& bitmap);
void invert(pixels::Bitmap& bitmap);
/// Fewer tones: five for each of red, green and blue.
void posterize(pixels::Bitmap& bitmap);
/// Darker, bluer and paler, as eyes see in the dark.
void to_night(pixels::Bitmap& bitmap);

/// Multiplies the light of red and blue.
void tint(pixels::Bitmap& bitmap, double red, double blue);
/// Below 1 brighter, above 1 darker; black and white stay.
void apply_gamma(pixels::Bitmap& bitmap, double gamma);
/// -1 (gray) to 1: how far the tones are pulled apart.
void change_contrast(pixels::Bitmap& bitmap, double amount);
/// 0 (gray) and up; 1 changes nothing.
void change_saturation(pixels::Bitmap& bitmap, double factor);

}  // namespace wordbrush::demo
