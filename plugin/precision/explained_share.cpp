// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/explained_share.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace wordbrush::precision {

namespace {

constexpr int patch = 31;
constexpr int stride = 8;
// Of pictures whose contrast is taken out: above what noise and JPEG leave, and above
// what rounding to levels does.
constexpr float plain_variance = 0.004F;
constexpr float faint_variance = 0.0005F;
// Chance reaches it in few patches, a blurred and noisy copy in nearly all.
constexpr double explained_correlation = 0.5;

cv::Mat smoothed(const cv::Mat& picture) {
  cv::Mat smooth;
  cv::GaussianBlur(picture, smooth, {5, 5}, 1.1);
  return smooth;
}

cv::Mat patch_mean(const cv::Mat& values) {
  cv::Mat mean;
  cv::boxFilter(values, mean, CV_32F, {patch, patch});
  return mean;
}

}  // namespace

Explained explained_share(const cv::Mat& frame, const cv::Mat& laid, const cv::Mat& counts,
                          Texture texture) {
  const float texture_variance = texture == Texture::Plain ? plain_variance : faint_variance;
  const float least_variance = texture_variance / 2;
  const cv::Mat f = smoothed(frame);
  const cv::Mat r = smoothed(laid);
  const cv::Mat f_mean = patch_mean(f);
  const cv::Mat r_mean = patch_mean(r);
  const cv::Mat f_variance = patch_mean(f.mul(f)) - f_mean.mul(f_mean);
  const cv::Mat r_variance = patch_mean(r.mul(r)) - r_mean.mul(r_mean);
  const cv::Mat covariance = patch_mean(f.mul(r)) - f_mean.mul(r_mean);
  Explained result;
  double all = 0;
  for (int y = stride / 2; y < f.rows; y += stride)
    for (int x = stride / 2; x < f.cols; x += stride) {
      const double f_var = f_variance.at<float>(y, x);
      if (counts.at<std::uint8_t>(y, x) == 0 || f_var < texture_variance) continue;
      ++result.patches;
      all += f_var;
      const double norm = std::sqrt(f_var * std::max(least_variance, r_variance.at<float>(y, x)));
      if (covariance.at<float>(y, x) > explained_correlation * norm) result.share += f_var;
    }
  if (all > 0) result.share /= all;
  return result;
}

}  // namespace wordbrush::precision
