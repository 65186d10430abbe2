// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "pixels/bitmap.h"

namespace wordbrush::bench {

/// CIE L*a*b* of the picture's colors (CV_32FC3; L is 0 to 100).
cv::Mat lab_of(const pixels::Bitmap& picture);

/// Gives the picture these colors; its alpha stays.
void set_lab(pixels::Bitmap& picture, const cv::Mat& lab);

}  // namespace wordbrush::bench
