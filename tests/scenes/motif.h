// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"

namespace wordbrush::scenes {

/// Pictures made from a seed.
enum class Motif { Clouds, Foliage, Buildings, Sky, Night, Lines, Pale, Grain };
inline constexpr Motif all_motifs[] = {Motif::Clouds, Motif::Foliage, Motif::Buildings,
                                       Motif::Sky,    Motif::Night,   Motif::Lines,
                                       Motif::Pale,   Motif::Grain};
pixels::Bitmap make_picture(Motif motif, int width, int height, unsigned seed);

}  // namespace wordbrush::scenes
