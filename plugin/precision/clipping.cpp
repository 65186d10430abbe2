// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/clipping.h"

#include <algorithm>
#include <opencv2/core.hpp>

#include "precision/levels.h"
#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

constexpr int color_channels = 3;

/// Which way beyond its end a channel may have been: 1, -1, or 0 if it is not clipped.
int way_beyond(int level) {
  const auto at_end = static_cast<float>(level);
  return static_cast<int>(is_cut_off_light(at_end)) - static_cast<int>(is_cut_off_dark(at_end));
}

cv::Vec3d color_of(const cv::Vec4b& pixel) {
  return {static_cast<double>(pixel[0]), static_cast<double>(pixel[1]),
          static_cast<double>(pixel[2])};
}

/// What the matrix makes of one level more of a channel.
cv::Vec3d direction_of(const ColorMatch& match, std::size_t channel) {
  constexpr std::size_t row = 4;
  const auto& m = match.matrix;
  return {m.at(channel), m.at(row + channel), m.at(2 * row + channel)};
}

/// The nearest to `wanted` of what `now` may have been, one channel after the other.
cv::Vec3d nearest(cv::Vec3d now, const cv::Vec3d& wanted, const cv::Vec4b& reply,
                  const ColorMatch& match) {
  constexpr int rounds = 3;  // the matrices' columns are nearly at right angles
  for (int round = 0; round < rounds; ++round)
    for (int c = 0; c < color_channels; ++c) {
      const cv::Vec3d beyond =
          way_beyond(reply[c]) * direction_of(match, static_cast<std::size_t>(c));
      const double squares = beyond.dot(beyond);
      if (squares > 0) now += std::max(0.0, (wanted - now).dot(beyond) / squares) * beyond;
    }
  return now;
}

bool is_clipped(const cv::Vec4b& pixel) {
  return way_beyond(pixel[0]) != 0 || way_beyond(pixel[1]) != 0 || way_beyond(pixel[2]) != 0;
}

}  // namespace

void undo_clipping(pixels::Bitmap& matched, const pixels::Bitmap& laid, const pixels::Bitmap& frame,
                   const ColorMatch& match) {
  cv::Mat result = view(matched);
  const cv::Mat before = view(laid);
  const cv::Mat original = view(frame);
  result.forEach<cv::Vec4b>([&](cv::Vec4b& pixel, const int* at) {
    const auto& reply = before.at<cv::Vec4b>(at);
    if (!is_clipped(reply)) return;
    const cv::Vec3d color =
        nearest(color_of(pixel), color_of(original.at<cv::Vec4b>(at)), reply, match);
    for (int c = 0; c < color_channels; ++c) pixel[c] = cv::saturate_cast<std::uint8_t>(color[c]);
  });
}

}  // namespace wordbrush::precision
