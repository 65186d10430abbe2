// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace wordbrush::precision {

/// How much of one picture's texture is in another, patch by patch.
struct Explained {
  double share = 0;  ///< of the patches, each by how much texture it has; 0 to 1
  int patches = 0;   ///< that have any texture
};

/// What counts as texture: what is above noise and JPEG, or nearly all that there is.
enum class Texture { Plain, Faint };

/// Compares an AlignmentLevel's pictures (CV_32F), one laid on the other, where
/// `counts` (CV_8U) is not 0.
Explained explained_share(const cv::Mat& frame, const cv::Mat& laid, const cv::Mat& counts,
                          Texture texture);

}  // namespace wordbrush::precision
