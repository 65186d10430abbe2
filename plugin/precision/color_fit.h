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
  cv::Point2f place;     ///< of the frame, 0 to 1
  cv::Vec3f now = from;  ///< `from` as far as it is corrected
  float weight = 1;      ///< 0 to 1: whether the fit counts it as unchanged

  /// What `now`, moved `further`, lacks of `to`, in levels. A channel at its end was
  /// cut off there: what may have been beyond it is not lacking.
  cv::Vec3f left(const cv::Vec3f& further = {}) const;
  /// Whether the channel was cut off where it would say what is left.
  bool is_cut_off(int channel) const;
  /// How far that is, in levels.
  double distance(const cv::Vec3f& further = {}) const;

  /// Whether the correction makes it what it was, but for noise and softness.
  bool is_explained() const;
};

using ColorMatrix = cv::Matx<double, 3, 4>;

/// Whether a channel may depend on the others.
enum class Mixing { None, Any };

/// The 3x4 transform that takes most samples from `from` to `to`; sets their
/// weights and `now`. Samples that follow no common transform count less and less.
ColorMatrix fit_colors(std::span<ColorSample> samples, Mixing mixing);

/// The curve of each channel that is left after the matrix, as a table of 256
/// (CV_8UC3); applied to `now`. Empty where the channels are straight.
cv::Mat fit_tone(std::span<ColorSample> samples);

/// Sets the samples' `now` by a matrix and a curve that were fitted to others.
void apply(const ColorMatrix& matrix, const cv::Mat& tone, std::span<ColorSample> samples);

/// How much lighter or darker the colours must still become, smoothly over the
/// frame: a share to add for each cell and channel (CV_32FC3). Empty where there is
/// no such slope in the light.
cv::Mat fit_shading(std::span<const ColorSample> samples, cv::Size cells);

}  // namespace wordbrush::precision
