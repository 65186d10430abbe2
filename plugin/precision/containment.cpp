// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/containment.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "precision/levels.h"
#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

/// The fade's width on both sides of the edge, in pixels.
struct Fade {
  int inward = 0;
  int outward = 0;

  /// 0 to 1, smooth at both ends; `depth` is positive inside.
  float at(float depth) const {
    const int width = inward + outward;
    if (width == 0) return depth > 0 ? 1.0F : 0.0F;
    const float t =
        std::clamp((depth + static_cast<float>(outward)) / static_cast<float>(width), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
  }
};

/// How far each pixel's centre lies from the edge of what is 0 in `inside`, in
/// pixels; unselected pixels go on past each side that is not the picture's end.
cv::Mat depth_in(const cv::Mat& inside, PictureEnds ends) {
  cv::Mat framed;
  const auto border = [](bool picture_ends) { return picture_ends ? 0 : 1; };
  cv::copyMakeBorder(inside, framed, border(ends.top), border(ends.bottom), border(ends.left),
                     border(ends.right), cv::BORDER_CONSTANT, cv::Scalar(0));
  cv::Mat distance;
  cv::distanceTransform(framed, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE);
  const cv::Rect own(border(ends.left), border(ends.top), inside.cols, inside.rows);
  return cv::Mat(distance(own) - 0.5F);
}

/// distanceTransform() leaves it open what a picture without any 0 gives.
bool is_all_set(const cv::Mat& inside, PictureEnds ends) {
  const bool ends_all = ends.left && ends.top && ends.right && ends.bottom;
  return ends_all && cv::countNonZero(inside) == static_cast<int>(inside.total());
}

void fade_inward(cv::Mat& values, const Fade& fade, PictureEnds ends) {
  const cv::Mat inside = values > 0;
  if (fade.inward == 0 || is_all_set(inside, ends)) return;
  const cv::Mat depth = depth_in(inside, ends);
  values.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
    const float faded = static_cast<float>(value) * fade.at(depth.at<float>(at[0], at[1]));
    value = static_cast<std::uint8_t>(std::lround(faded));
  });
}

void add_spill(cv::Mat& values, const cv::Mat& selection, const Fade& fade) {
  double highest = 0;
  cv::minMaxLoc(selection, nullptr, &highest);
  if (fade.outward == 0 || highest == 0) return;
  const cv::Mat outside = selection < highest / 2;
  if (cv::countNonZero(outside) == 0) return;
  const cv::Mat distance = depth_in(outside, {true, true, true, true});
  values.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
    const float depth = distance.at<float>(at[0], at[1]);
    if (depth < 0) return;
    const auto spilled = static_cast<float>(highest) * fade.at(-depth);
    value = std::max(value, static_cast<std::uint8_t>(std::lround(spilled)));
  });
}

void lower_to(cv::Mat& values, const cv::Mat& change) {
  values.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
    value = static_cast<std::uint8_t>(
        (value * change.at<std::uint8_t>(at[0], at[1]) + full_level / 2) / full_level);
  });
}

}  // namespace

pixels::Mask contain(const pixels::Mask& selection, const pixels::Mask* change, int feather_px,
                     int spill_px, PictureEnds ends) {
  if (selection.empty()) return {};
  const Fade fade{std::max(0, feather_px), std::max(0, spill_px)};
  pixels::Mask result = selection;
  cv::Mat values = view(result);
  fade_inward(values, fade, ends);
  add_spill(values, view(selection), fade);
  if (change != nullptr) {
    assert(change->width == selection.width && change->height == selection.height);
    lower_to(values, view(*change));
  }
  return result;
}

}  // namespace wordbrush::precision
