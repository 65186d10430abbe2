// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/alignment_level.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "precision/levels.h"
#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

// Enough to place a corner of 2048 px to a tenth of a pixel, in a tenth of a second.
constexpr int largest_side = 1024;
constexpr int smallest_side = 96;
constexpr int surroundings_side = 25;
// Deviations below this are noise rather than texture, in grey levels of 255.
constexpr double noise_deviation = 7;

cv::Mat grey_of(const pixels::Bitmap& bitmap) {
  cv::Mat grey;
  cv::cvtColor(view(bitmap), grey, cv::COLOR_RGBA2GRAY);
  if (!is_opaque(bitmap)) {
    grey.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
      constexpr int middle = 128;
      const int alpha = view(bitmap).at<cv::Vec4b>(at[0], at[1])[3];
      value =
          static_cast<std::uint8_t>((value * alpha + middle * (full_level - alpha)) / full_level);
    });
  }
  return grey;
}

cv::Mat shrunk(const cv::Mat& picture, cv::Size size) {
  cv::Mat small = picture;
  if (size != picture.size()) cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
  cv::Mat values;
  small.convertTo(values, CV_32F);
  return values;
}

cv::Mat normalized(const cv::Mat& grey) {
  cv::Mat smooth;
  cv::Mat mean;
  cv::Mat deviation;
  cv::GaussianBlur(grey, smooth, {5, 5}, 0.9);
  const cv::Size window(surroundings_side, surroundings_side);
  cv::boxFilter(smooth, mean, CV_32F, window);
  cv::Mat detail = smooth - mean;
  cv::boxFilter(detail.mul(detail), deviation, CV_32F, window);
  // The running sums of a plain area may end just below 0.
  cv::sqrt(cv::max(deviation, 0), deviation);
  return detail / (deviation + noise_deviation);
}

/// Which of the frame's pixels may count, at full size.
struct Counting {
  cv::Mat all;      ///< what is real
  cv::Mat outside;  ///< of it, what was not to change
};

Counting counting_pixels(const pixels::Bitmap& frame, const RegistrationStart& start) {
  const cv::Rect whole(0, 0, frame.width(), frame.height());
  const auto clipped = [&](const Rect& r) { return cv::Rect(r.x, r.y, r.width, r.height) & whole; };
  Counting counting{{whole.size(), CV_8U, cv::Scalar(0)}, {}};
  counting.all(clipped(start.real)) = cv::Scalar(full_level);
  if (!is_opaque(frame)) {
    cv::Mat alpha;
    cv::extractChannel(view(frame), alpha, 3);
    counting.all.setTo(0, alpha < mostly_opaque);
  }
  // What was to change may reach past its edge by a few pixels.
  const int margin = 2 + std::max(frame.width(), frame.height()) / 256;
  const Rect& t = start.target;
  const Rect grown{t.x - margin, t.y - margin, t.width + 2 * margin, t.height + 2 * margin};
  counting.outside = counting.all.clone();
  counting.outside(clipped(grown)) = cv::Scalar(0);
  return counting;
}

cv::Size scaled(cv::Size size, double x_scale, double y_scale) {
  return {std::max(1, static_cast<int>(std::lround(size.width * x_scale))),
          std::max(1, static_cast<int>(std::lround(size.height * y_scale)))};
}

Affine between(cv::Size small, cv::Size full) {
  return scaling(static_cast<double>(full.width) / small.width,
                 static_cast<double>(full.height) / small.height);
}

cv::Mat without_edges(const cv::Mat& counts, cv::Size size, int margin) {
  cv::Mat small;
  cv::resize(counts, small, size, 0, 0, cv::INTER_NEAREST);
  const cv::Rect inner(margin, margin, size.width - 2 * margin, size.height - 2 * margin);
  cv::Mat cleared(size, CV_8U, cv::Scalar(0));
  small(inner).copyTo(cleared(inner));
  return cleared;
}

/// What was not to change. A strip along the frame's edge may be all there is of it, and
/// says nothing on a small level: then all that is real counts, and what changed must
/// stand out by its residuals.
cv::Mat counts_at(const Counting& counting, cv::Size size, int margin) {
  constexpr int enough = 20;  // as a fraction: 1/20 of the level
  const cv::Mat all = without_edges(counting.all, size, margin);
  const cv::Mat outside = without_edges(counting.outside, size, margin);
  return cv::countNonZero(outside) >= cv::countNonZero(all) / enough ? outside : all;
}

/// OpenCV counts from the first pixel's centre.
cv::Matx23d from_centres(const Affine& a) {
  const Affine b = compose(shift(-0.5, -0.5), compose(a, shift(0.5, 0.5)));
  return {b.xx, b.xy, b.x0, b.yx, b.yy, b.y0};
}

}  // namespace

std::vector<AlignmentLevel> make_levels(const pixels::Bitmap& frame, const pixels::Bitmap& reply,
                                        const RegistrationStart& start) {
  const cv::Mat frame_grey = grey_of(frame);
  const cv::Mat reply_grey = grey_of(reply);
  const Counting counting = counting_pixels(frame, start);
  std::vector<AlignmentLevel> levels;
  const int side = std::max(frame.width(), frame.height());
  for (double scale = std::min(1.0, static_cast<double>(largest_side) / side);; scale /= 2) {
    AlignmentLevel level;
    const cv::Size frame_size = scaled(frame_grey.size(), scale, scale);
    // Of the frame's density, but never enlarged: that would make no detail.
    const cv::Size reply_size =
        scaled(reply_grey.size(), std::min(1.0, scale / std::abs(start.start.xx)),
               std::min(1.0, scale / std::abs(start.start.yy)));
    level.frame = normalized(shrunk(frame_grey, frame_size));
    level.reply = normalized(shrunk(reply_grey, reply_size));
    level.margin =
        std::min({1 + surroundings_side / 2, frame_size.width / 8, frame_size.height / 8});
    level.counts = counts_at(counting, frame_size, level.margin);
    level.steady = level.counts;
    level.real = without_edges(counting.all, frame_size, level.margin);
    level.to_frame = between(frame_size, frame_grey.size());
    level.to_reply = between(reply_size, reply_grey.size());
    levels.push_back(std::move(level));
    if (side * scale / 2 < smallest_side) break;
  }
  std::ranges::reverse(levels);
  return levels;
}

Affine at_level(const AlignmentLevel& level, const Affine& transform) {
  return compose(inverse(level.to_reply), compose(transform, level.to_frame));
}

Affine at_full_size(const AlignmentLevel& level, const Affine& transform) {
  return compose(level.to_reply, compose(transform, inverse(level.to_frame)));
}

cv::Mat laid_on_frame(const cv::Mat& picture, const Affine& transform, cv::Size frame_size) {
  cv::Mat laid;
  cv::warpAffine(picture, laid, from_centres(transform), frame_size,
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return laid;
}

}  // namespace wordbrush::precision
