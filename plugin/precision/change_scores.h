// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/change_mask.h"

namespace wordbrush::precision {

/// How far two pictures differ, in units of what counts as a change.
struct ChangeScores {
  cv::Mat values;       ///< CV_32F, with what lies around a pixel taken into account; 1 is a change
  cv::Mat gap;          ///< CV_8U: 255 where several pixels together are no change
  cv::Mat beside;       ///< CV_8U: 255 where pixels are none that lie close to a change
  cv::Mat faint;        ///< CV_8U: 255 where several pixels differ by less than the threshold
  float threshold = 0;  ///< in Lab (CIE 1976), on an even area
  double strictness = 1;  ///< by the sensitivity: 0.5 (more is a change) to 2
};

/// The score from which a pixel may belong to a change that is sure beside it.
inline constexpr float possible_score = 0.55F;

/// `laid` is judged as it lies on the frame: it changes nothing where it is transparent, and
/// what it shows where the frame is transparent differs, whatever its color.
ChangeScores change_scores(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                           const ChangeRequest& request);

}  // namespace wordbrush::precision
