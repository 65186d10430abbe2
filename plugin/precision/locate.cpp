// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/locate.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>

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

/// Both pictures' details, ready to be compared.
struct Compared {
  cv::Mat wanted;
  cv::Mat searched;  ///< only where all of the part lies in the picture
};

std::optional<Compared> compared(const pixels::Bitmap& part, const pixels::Bitmap& picture) {
  assert(part.width() <= picture.width() && part.height() <= picture.height());
  const cv::Rect inner = inner_part(part);
  const cv::Mat wanted = details_of(part)(inner);
  if (is_plain(wanted)) return {};
  return Compared{wanted, details_of(picture)(cv::Rect(
                              inner.x, inner.y, picture.width() - (part.width() - inner.width),
                              picture.height() - (part.height() - inner.height)))};
}

Located best_of(const Compared& details, const cv::Mat& scores) {
  double best = 0;
  cv::Point at;
  cv::minMaxLoc(scores, nullptr, &best, nullptr, &at);
  // OpenCV's quotient has no meaning where the picture is plain.
  if (!std::isfinite(best) || is_plain(details.searched(cv::Rect(at, details.wanted.size()))))
    return {};
  return {at.x, at.y, std::min(best, 1.0)};
}

cv::Mat scores_of(const Compared& details) {
  cv::Mat scores;
  cv::matchTemplate(details.searched, details.wanted, scores, cv::TM_CCOEFF_NORMED);
  return scores;
}

}  // namespace

Located locate(const pixels::Bitmap& part, const pixels::Bitmap& picture) {
  const auto details = compared(part, picture);
  return details ? best_of(*details, scores_of(*details)) : Located{};
}

double score_elsewhere(const pixels::Bitmap& part, const pixels::Bitmap& picture, int x, int y) {
  constexpr int beside = 4;
  const auto details = compared(part, picture);
  if (!details) return 0;
  cv::Mat scores = scores_of(*details);
  const cv::Rect near(x - beside, y - beside, (2 * beside) + 1, (2 * beside) + 1);
  scores(near & cv::Rect({0, 0}, scores.size())) = cv::Scalar(-1);
  return std::max(0.0, best_of(*details, scores).score);
}

}  // namespace wordbrush::precision
