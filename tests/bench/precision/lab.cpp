// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/lab.h"

#include <opencv2/imgproc.hpp>

namespace wordbrush::bench {

namespace {

cv::Mat view(const pixels::Bitmap& picture) {
  // OpenCV only reads it, but a Mat cannot say so.
  return {picture.height(), picture.width(), CV_8UC4,
          const_cast<std::uint8_t*>(picture.bytes().data())};
}

}  // namespace

cv::Mat lab_of(const pixels::Bitmap& picture) {
  cv::Mat colors;
  cv::cvtColor(view(picture), colors, cv::COLOR_RGBA2RGB);
  colors.convertTo(colors, CV_32F, 1.0 / 255);
  cv::Mat lab;
  cv::cvtColor(colors, lab, cv::COLOR_RGB2Lab);
  return lab;
}

void set_lab(pixels::Bitmap& picture, const cv::Mat& lab) {
  cv::Mat colors;
  cv::cvtColor(lab, colors, cv::COLOR_Lab2RGB);
  colors.convertTo(colors, CV_8U, 255);
  cv::Mat to = view(picture);
  const int channels[] = {0, 0, 1, 1, 2, 2};
  cv::mixChannels(&colors, 1, &to, 1, channels, 3);
}

}  // namespace wordbrush::bench
