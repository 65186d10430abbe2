// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/lay.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "precision/mat.h"
#include "precision/resize.h"

namespace wordbrush::precision {

namespace {

/// Whole steps from a picture to a crop of it cost no resampling.
bool is_crop(const Affine& a) {
  const auto whole = [](double v) { return std::abs(v - std::round(v)) < 1e-6; };
  return a.xx == 1 && a.yy == 1 && a.xy == 0 && a.yx == 0 && whole(a.x0) && whole(a.y0);
}

/// Sampling a denser picture would skip pixels, so it is averaged first.
double density(double along, double across) {
  constexpr double nearly_same = 1.1;
  const double pixels = std::hypot(along, across);
  return pixels > nearly_same ? pixels : 1;
}

void clear_beyond(pixels::Bitmap& laid, const Affine& transform, int width, int height) {
  const auto is_inside = [&](Point p) {
    return p.x >= -1 && p.y >= -1 && p.x <= width + 1 && p.y <= height + 1;
  };
  const double right = laid.width();
  const double bottom = laid.height();
  const Point corners[] = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
  if (std::ranges::all_of(corners, [&](Point p) { return is_inside(apply(transform, p)); })) return;
  view(laid).forEach<cv::Vec4b>([&](cv::Vec4b& pixel, const int* at) {
    if (!is_inside(apply(transform, {at[1] + 0.5, at[0] + 0.5}))) pixel = {0, 0, 0, 0};
  });
}

void warp(const cv::Mat& from, const Affine& transform, cv::Mat to, int interpolation) {
  // OpenCV counts from the first pixel's centre.
  const Affine centres = compose(shift(-0.5, -0.5), compose(transform, shift(0.5, 0.5)));
  const cv::Matx23d matrix(centres.xx, centres.xy, centres.x0, centres.yx, centres.yy, centres.y0);
  cv::warpAffine(from, to, matrix, to.size(), interpolation | cv::WARP_INVERSE_MAP,
                 cv::BORDER_REPLICATE);
}

pixels::Bitmap warped(const pixels::Bitmap& picture, const Affine& transform, cv::Size size) {
  pixels::Bitmap laid(size.width, size.height);
  warp(view(picture), transform, view(laid), cv::INTER_CUBIC);
  clear_beyond(laid, transform, picture.width(), picture.height());
  return laid;
}

bool is_within(const Rect& area, const pixels::Bitmap& picture) {
  return intersection(area, {0, 0, picture.width(), picture.height()}) == area;
}

}  // namespace

pixels::Bitmap lay(const pixels::Bitmap& picture, const Affine& transform, int width, int height) {
  const Rect area{static_cast<int>(std::lround(transform.x0)),
                  static_cast<int>(std::lround(transform.y0)), width, height};
  if (is_crop(transform) && is_within(area, picture)) return crop(picture, area);
  const double x_density = density(transform.xx, transform.yx);
  const double y_density = density(transform.xy, transform.yy);
  if (x_density == 1 && y_density == 1) return warped(picture, transform, {width, height});
  const auto side = [](int pixels, double by) {
    return std::max(1, static_cast<int>(std::lround(pixels / by)));
  };
  const pixels::Bitmap averaged =
      resize(picture, side(picture.width(), x_density), side(picture.height(), y_density));
  const Affine shrink = scaling(static_cast<double>(averaged.width()) / picture.width(),
                                static_cast<double>(averaged.height()) / picture.height());
  return warped(averaged, compose(shrink, transform), {width, height});
}

pixels::Mask lay(const pixels::Mask& mask, const Affine& transform, int width, int height) {
  pixels::Mask laid(width, height);
  warp(view(mask), transform, view(laid), cv::INTER_LINEAR);
  return laid;
}

}  // namespace wordbrush::precision
