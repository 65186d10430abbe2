// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <span>

namespace wordbrush::precision {

/// A place's colour in the reply and in the frame, 0 to 255.
struct ColorSample {
  cv::Vec3f from;
  cv::Vec3f to;
  cv::Point2f place;  ///< of the frame, 0 to 1
  float weight = 1;   ///< 0 to 1: whether the fit counts it as unchanged
};

using ColorMatrix = cv::Matx<double, 3, 4>;

/// The 3x4 transform that takes most samples from `from` to `to`; sets their
/// weights. Samples that follow no common transform count less and less.
ColorMatrix fit_colors(std::span<ColorSample> samples);

cv::Vec3f transformed(const ColorMatrix& matrix, const cv::Vec3f& color);

/// How much lighter or darker the transformed colours must become, smoothly over
/// the frame: a share to add for each cell and channel (CV_32FC3). Empty where
/// there is no such slope in the light.
cv::Mat shading_field(std::span<const ColorSample> samples, const ColorMatrix& matrix,
                      cv::Size cells);

}  // namespace wordbrush::precision
