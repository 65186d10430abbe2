// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "pixels/bitmap.h"
#include "precision/affine.h"

namespace wordbrush::precision {

/// Turns the plane about the origin by `angle` (radians, clockwise where y goes down).
Affine turning(double angle);

/// The side of the largest upright square that the part holds once it is turned by `angle`,
/// `shrink` times smaller: what locate_turned() compares.
int upright_side(const pixels::Bitmap& part, double angle, int shrink);

/// Where a part lies in a picture that was turned.
struct LocatedTurned {
  Point middle;      ///< of the part, in the picture
  double score = 0;  ///< as of locate(): how well the middle of the part fits there
};

/// Finds the best place for `part`, turned by `angle`, in `picture`, which is `shrink` times
/// smaller than life. As locate() otherwise; a part larger than the picture is nowhere in it.
LocatedTurned locate_turned(const pixels::Bitmap& part, const pixels::Bitmap& picture, double angle,
                            int shrink);

/// The score of the second best place, a few pixels away from the best or more.
double score_of_rival(const pixels::Bitmap& part, const pixels::Bitmap& picture, double angle,
                      int shrink);

/// Angles farther apart than this (radians) may leave the part unseen between them.
double turning_step(const pixels::Bitmap& part, int shrink);

/// Whether the part looks alike a step aside: then its place may be mistaken for another.
bool repeats(const pixels::Bitmap& part);

struct AlignedTurned {
  Affine transform;  ///< from the part to the picture
  double score = 0;  ///< as of locate()
};

/// Refines `guess`, from the part to the picture, which is right to a few pixels at each
/// corner. None where the pixels do not bear it out, or too few of them to be sure.
std::optional<AlignedTurned> align_turned(const pixels::Bitmap& part, const pixels::Bitmap& picture,
                                          const Affine& guess);

}  // namespace wordbrush::precision
