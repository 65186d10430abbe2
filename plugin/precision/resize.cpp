// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/resize.h"

#include <algorithm>
#include <cassert>
#include <opencv2/imgproc.hpp>

#include "precision/levels.h"
#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

/// INTER_AREA averages only where both sides shrink, so a picture that shrinks
/// one way and grows the other takes two steps.
cv::Mat resized(const cv::Mat& from, cv::Size size) {
  cv::Mat to = from;
  const cv::Size shrunk(std::min(from.cols, size.width), std::min(from.rows, size.height));
  if (shrunk != to.size()) cv::resize(from, to, shrunk, 0, 0, cv::INTER_AREA);
  if (size == to.size()) return to;
  cv::Mat grown;
  cv::resize(to, grown, size, 0, 0, cv::INTER_CUBIC);
  return grown;
}

// Cubic overshoots by up to a fifth: room for it keeps colour and alpha in step.
constexpr int headroom_numerator = 4;
constexpr int headroom_denominator = 5;

std::uint16_t with_headroom(int product) {
  constexpr int half = headroom_denominator / 2;
  return static_cast<std::uint16_t>((product * headroom_numerator + half) / headroom_denominator);
}

/// 16 bits a channel: colour times alpha, and alpha times 255, with headroom.
cv::Mat premultiplied(const cv::Mat& straight) {
  cv::Mat to(straight.size(), CV_16UC4);
  to.forEach<cv::Vec4w>([&](cv::Vec4w& pixel, const int* at) {
    const auto& from = straight.at<cv::Vec4b>(at[0], at[1]);
    for (int c = 0; c < 3; ++c) pixel[c] = with_headroom(from[c] * from[3]);
    pixel[3] = with_headroom(from[3] * full_level);
  });
  return to;
}

void unpremultiply(const cv::Mat& from, cv::Mat straight) {
  straight.forEach<cv::Vec4b>([&](cv::Vec4b& pixel, const int* at) {
    const auto& source = from.at<cv::Vec4w>(at[0], at[1]);
    const int alpha = source[3];
    for (int c = 0; c < 3; ++c)
      pixel[c] =
          alpha == 0
              ? std::uint8_t{0}
              : cv::saturate_cast<std::uint8_t>((source[c] * full_level + alpha / 2) / alpha);
    constexpr int unit = full_level * headroom_numerator / headroom_denominator;
    pixel[3] = cv::saturate_cast<std::uint8_t>((alpha + unit / 2) / unit);
  });
}

cv::Rect to_cv(const Rect& r) {
  return {r.x, r.y, r.width, r.height};
}

[[maybe_unused]] bool lies_within(const Rect& area, int width, int height) {
  return !area.empty() && intersection(area, {0, 0, width, height}) == area;
}

}  // namespace

pixels::Bitmap resize(const pixels::Bitmap& picture, int width, int height) {
  if (width == picture.width() && height == picture.height()) return picture.clone();
  const cv::Size size(width, height);
  if (is_opaque(picture)) return to_bitmap(resized(view(picture), size));
  pixels::Bitmap to(width, height);
  unpremultiply(resized(premultiplied(view(picture)), size), view(to));
  return to;
}

pixels::Mask resize(const pixels::Mask& mask, int width, int height) {
  return to_mask(resized(view(mask), {width, height}));
}

pixels::Bitmap crop(const pixels::Bitmap& picture, const Rect& area) {
  assert(lies_within(area, picture.width(), picture.height()));
  return to_bitmap(view(picture)(to_cv(area)));
}

pixels::Bitmap extend_edges(const pixels::Bitmap& picture, const Padding& padding) {
  pixels::Bitmap to(picture.width() + padding.left + padding.right,
                    picture.height() + padding.top + padding.bottom);
  cv::Mat mat = view(to);
  cv::copyMakeBorder(view(picture), mat, padding.top, padding.bottom, padding.left, padding.right,
                     cv::BORDER_REPLICATE);
  return to;
}

}  // namespace wordbrush::precision
