// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "pixels/bitmap.h"
#include "pixels/mask.h"

/// OpenCV's view of our pictures, for the .cpp files of this folder only.
namespace wordbrush::precision {

/// The bitmap's own pixels; valid as long as the bitmap. OpenCV has no const view:
/// write only to one made of a bitmap that is not const.
cv::Mat view(const pixels::Bitmap& bitmap);
cv::Mat view(const pixels::Mask& mask);

/// A round neighborhood for morphology, of `radius` pixels, 0 or more.
cv::Mat disk(int radius);

/// A copy of a CV_8UC4 or CV_8UC1.
pixels::Bitmap to_bitmap(const cv::Mat& mat);
pixels::Mask to_mask(const cv::Mat& mat);

}  // namespace wordbrush::precision
