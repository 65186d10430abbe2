// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pixels/bitmap.h"
#include "pixels/mask.h"

namespace wordbrush::precision {

enum class ColorOutcome {
  Matched,
  AlreadyMatched,   ///< nothing to correct
  NoSurroundings,   ///< too few pixels outside the target to compare
  TooFewUnchanged,  ///< no one correction holds for enough of them
  Relight,          ///< a change so large that it must be wanted
};

/// The outcome's name in reports: "already_matched".
std::string_view name_of(ColorOutcome outcome);

/// What a channel was where it came cut off at its lightest, told by the mean of the
/// other two, corrected: `level` + `slope` times it, of 0 to 255. Both 0: nothing is known.
/// Nor is anything of means beyond those that told it: a white thing is no red light.
struct Highlight {
  float level = 0;
  float slope = 0;
  float least = 0;  ///< of the means that told it
  float most = 255;

  bool is_known() const { return level != 0 || slope != 0; }
  double at(double others) const { return level + slope * others; }
};

/// How the reply's colours become the frame's.
struct ColorMatch {
  /// Three rows of four: red' = [0] red + [1] green + [2] blue + [3], of 0 to 255.
  std::array<double, 12> matrix{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
  /// What the matrix leaves of each channel's curve: red, green and blue for each
  /// level from 0 to 255. Empty where the matrix is enough.
  std::vector<std::uint8_t> tone;
  std::array<Highlight, 3> highlights;  ///< of red, green and blue
  /// The slope of light that is left, smooth over the frame: shares to add to red,
  /// green and blue of each cell, rows from the top. Empty where there is none.
  std::vector<float> field;
  int field_width = 0;
  int field_height = 0;
  /// Of the surroundings, or of the target where there are too few: how much the correction
  /// makes what it was, 0 to 1. Without either it stays 0.
  double unchanged_share = 0;
  double change = 0;  ///< the correction's usual size, in levels of 255
  ColorOutcome outcome = ColorOutcome::NoSurroundings;

  bool used() const { return outcome == ColorOutcome::Matched; }
};

/// Which pixels are compared: masks of the frame's size, 255 where a pixel is real
/// and the reply covers it.
struct ColorRequest {
  const pixels::Mask& surroundings;      ///< outside the target, where no change is expected
  const pixels::Mask* target = nullptr;  ///< inside; what is unchanged there joins in
};

/// Compares the frame with the reply laid on it (one size). Without surroundings to
/// speak of, whatever most of the target has in common is its cast.
ColorMatch match_colors(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                        const ColorRequest& request);

/// The part of the frame that a picture shows: 0 to 1 from the top left corner.
struct FramePart {
  double x = 0, y = 0, width = 1, height = 1;
};

/// Corrects the colours of a picture that shows `part` of the frame.
void recolor(pixels::Bitmap& picture, const ColorMatch& match, const FramePart& part);

}  // namespace wordbrush::precision
