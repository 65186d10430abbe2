// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/mat.h"

#include <opencv2/imgproc.hpp>

namespace wordbrush::precision {

cv::Mat view(const pixels::Bitmap& bitmap) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): cv::Mat takes no const data
  auto* bytes = const_cast<std::uint8_t*>(bitmap.bytes().data());
  return {bitmap.height(), bitmap.width(), CV_8UC4, bytes};
}

cv::Mat view(const pixels::Mask& mask) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): cv::Mat takes no const data
  return {mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.values.data())};
}

cv::Mat disk(int radius) {
  return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1});
}

pixels::Bitmap to_bitmap(const cv::Mat& mat) {
  pixels::Bitmap bitmap(mat.cols, mat.rows);
  mat.copyTo(view(bitmap));
  return bitmap;
}

pixels::Mask to_mask(const cv::Mat& mat) {
  pixels::Mask mask(mat.cols, mat.rows);
  mat.copyTo(view(mask));
  return mask;
}

}  // namespace wordbrush::precision
