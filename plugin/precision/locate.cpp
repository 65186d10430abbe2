// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/locate.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

/// Levels of 255. Less is no more than rounding.
constexpr double plain_deviation = 0.15;
constexpr double fine = 0.8;
constexpr double coarse = 2.4;
/// What lies beyond a part's edge reaches that far into its details.
constexpr int edge = 5;

/// Edges and texture. Slopes of light look alike wherever one looks.
cv::Mat details_of(const pixels::Bitmap& bitmap) {
  cv::Mat gray;
  cv::cvtColor(view(bitmap), gray, cv::COLOR_RGBA2GRAY);
  cv::Mat alpha;
  cv::extractChannel(view(bitmap), alpha, pixels::Bitmap::channels - 1);
  gray.setTo(0, alpha == 0);
  cv::Mat luma;
  gray.convertTo(luma, CV_32F);
  cv::Mat smooth;
  cv::GaussianBlur(luma, smooth, {}, coarse);
  cv::GaussianBlur(luma, luma, {}, fine);
  return luma - smooth;
}

bool is_plain(const cv::Mat& details) {
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(details, mean, deviation);
  return deviation[0] < plain_deviation;
}

/// Without what its edges disturb.
cv::Rect inner_part(const pixels::Bitmap& part) {
  const int x = std::min(edge, part.width() / 5);
  const int y = std::min(edge, part.height() / 5);
  return {x, y, part.width() - (2 * x), part.height() - (2 * y)};
}

}  // namespace

Located locate(const pixels::Bitmap& part, const pixels::Bitmap& picture) {
  assert(part.width() <= picture.width() && part.height() <= picture.height());
  const cv::Rect inner = inner_part(part);
  const cv::Mat wanted = details_of(part)(inner);
  if (is_plain(wanted)) return {};
  const cv::Mat details = details_of(picture);
  // Only where all of the part lies in the picture.
  const cv::Mat searched =
      details(cv::Rect(inner.x, inner.y, picture.width() - (part.width() - inner.width),
                       picture.height() - (part.height() - inner.height)));
  cv::Mat scores;
  cv::matchTemplate(searched, wanted, scores, cv::TM_CCOEFF_NORMED);
  double best = 0;
  cv::Point at;
  cv::minMaxLoc(scores, nullptr, &best, nullptr, &at);
  // OpenCV's quotient has no meaning where the picture is plain.
  if (!std::isfinite(best) || is_plain(searched(cv::Rect(at, wanted.size())))) return {};
  return {at.x, at.y, std::min(best, 1.0)};
}

}  // namespace wordbrush::precision
