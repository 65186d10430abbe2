// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/relight.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace wordbrush::precision {

namespace {

// Levels of 255, and a share of the color: more than twice what models change by accident.
constexpr double accidental_levels = 3;
constexpr double accidental_share = 0.15;

double light_of(const cv::Vec3f& color) {
  return (color[0] + color[1] + color[2]) / 3;
}

/// In units of the largest accident.
double size_of_change(const ColorSample& s) {
  const double levels = cv::norm(s.now - s.from) / std::sqrt(3.0);
  return levels / (accidental_levels + accidental_share * light_of(s.now));
}

/// How well a sample tells other light from an accident, 0 to 1. Of twice the share, the
/// darkest show no more than the levels, and most of a night's sky is as dark.
double testimony(const ColorSample& s) {
  constexpr double darkest = accidental_levels / accidental_share;
  const double light = std::max(light_of(s.from), light_of(s.to));
  return light <= darkest ? 0 : 1 - darkest / light;
}

}  // namespace

bool is_relit(std::span<const ColorSample> samples) {
  // Of the samples: with fewer light ones, a picture is all dark.
  constexpr double fewest = 0.01;
  constexpr double least_explained = 0.2;
  double large = 0;
  double small = 0;
  double unexplained = 0;
  for (const ColorSample& s : samples) {
    double& side = !s.is_explained() ? unexplained : size_of_change(s) > 1 ? large : small;
    side += testimony(s);
  }
  const double all = large + small + unexplained;
  const bool only_dark_fits =
      all > fewest * static_cast<double>(samples.size()) && large + small < least_explained * all;
  return large > small || only_dark_fits;
}

}  // namespace wordbrush::precision
