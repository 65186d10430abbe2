// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "bench/precision/cases.h"
#include "bench/precision/measures.h"

namespace wordbrush::bench {

/// Ours stands first.
inline constexpr std::array method_names{"ours", "paste", "pad-crop-mask", "feather-Lab"};
inline constexpr std::size_t methods = method_names.size();

/// All that was found out about one case.
struct Run {
  const Case* scene = nullptr;
  std::array<Measures, methods> measures;
  precision::BringBackReport report;  ///< ours
  double corner_error = 0;            ///< ours, the worst corner of the frame, in canvas pixels
  double patch_seam = 0;    ///< ours along the selection, all of the reply shown within it
  double patch_error = 0;   ///< mean Lab distance of our patch from what the model made of it
  double patch_change = 0;  ///< mean Lab distance of our patch from the reply laid plainly
};

/// The pictures of a run, for the contact sheet.
struct Pictures {
  Rect box;  ///< of the canvas that is worth to be seen
  const pixels::Bitmap* original = nullptr;
  pixels::Bitmap reply;
  std::array<pixels::Bitmap, methods> flattened;
};

Run run_case(const Case& c, Pictures& pictures);

enum class Measure { Containment, Alignment, Seam, Retention };
inline constexpr std::array measure_names{"containment", "alignment", "seam", "retention"};

/// What nobody sees, of each measure: below it two results are as good as each other.
struct Tolerance {
  double misplaced = 0.05;  ///< px, what is asked of a picture that did not move
  double seam = 0.3;        ///< Lab, what is asked of colors that did not change
  double faint_seam = 1.5;  ///< Lab, what counts as right, whatever theirs is
  double share = 0.001;     ///< of pixels that are as they should be
};

/// Whether `ours` is as good as `theirs`. A picture painted anew has no truth but that
/// of containment.
bool is_as_good(Measure measure, const Run& run, std::size_t method, const Tolerance& tolerance);

}  // namespace wordbrush::bench
