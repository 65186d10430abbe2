// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "bench/precision/lab.h"

namespace wordbrush::bench {

namespace {

using pixels::Bitmap;
using pixels::Mask;

constexpr int sectors = 48;
constexpr float strip_px = 6;
constexpr int half = 128;
constexpr int visible_levels = 12;
constexpr float near_px = 8;
constexpr float bleed_px = 2;

const std::uint8_t* pixel(const Bitmap& picture, int x, int y) {
  return picture.row(y) + std::ptrdiff_t{x} * Bitmap::channels;
}

bool same_color(const Bitmap& a, const Bitmap& b, int x, int y) {
  return std::equal(pixel(a, x, y), pixel(a, x, y) + 3, pixel(b, x, y));
}

int farthest_channel(const Bitmap& a, const Bitmap& b, int x, int y) {
  int most = 0;
  for (int c = 0; c < 3; ++c)
    most = std::max(most, std::abs(pixel(a, x, y)[c] - pixel(b, x, y)[c]));
  return most;
}

/// The mean error of a sector on one side of the edge.
struct Side {
  cv::Vec3d sum;
  int pixels = 0;

  void add(const cv::Vec3f& error) {
    sum += cv::Vec3d(error);
    ++pixels;
  }
  cv::Vec3d mean() const { return sum / std::max(1, pixels); }
};

struct Sector {
  Side inside, outside;
  bool has_edge = false;

  /// The mean of fewer is that of the noise.
  bool is_measured() const {
    constexpr int enough = 64;
    return inside.pixels >= enough && outside.pixels >= enough;
  }
  double step() const { return cv::norm(inside.mean() - outside.mean()); }
};

/// How far each pixel is from the nearest one that is 0.
cv::Mat distance_to_zero(const cv::Mat& mask) {
  cv::Mat distance;
  cv::distanceTransform(mask, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE);
  return distance;
}

std::size_t sector_at(double x, double y) {
  const double turn = (std::atan2(y, x) / std::numbers::pi + 1) / 2;
  return static_cast<std::size_t>(std::clamp(static_cast<int>(turn * sectors), 0, sectors - 1));
}

double percentile_95(std::vector<double> steps) {
  if (steps.empty()) return 0;
  std::ranges::sort(steps);
  return steps[(steps.size() - 1) * 95 / 100];
}

long changed_outside(const Outcome& outcome, const Case& c) {
  long count = 0;
  for (int y = 0; y < c.selection.height; ++y)
    for (int x = 0; x < c.selection.width; ++x) {
      const int selected = c.selection.row(y)[x];
      const bool changed = selected == 0 && !same_color(outcome.picture, *c.canvas, x, y);
      count += changed || outcome.alpha.row(y)[x] > selected ? 1 : 0;
    }
  return count;
}

double misplacement(const Outcome& outcome, const Rect& target) {
  const precision::Affine back = inverse(outcome.truth);
  const precision::Affine found = compose(back, outcome.placed);
  double most = 0;
  for (const double x : {target.x, target.right()})
    for (const double y : {target.y, target.bottom()}) {
      const precision::Point p = apply(found, {x, y});
      most = std::max(most, std::hypot(p.x - x, p.y - y));
    }
  return most;
}

/// How far each pixel is from the nearest one that the edit changed.
cv::Mat distance_to_edit(const Truth& truth) {
  const Mask& edited = truth.wanted.changed;
  return distance_to_zero(cv::Mat(edited.height, edited.width, CV_8UC1,
                                  const_cast<std::uint8_t*>(edited.values.data())) == 0);
}

/// The untouched pixels that are farther than `margin` from an edited one.
Pixels kept_pixels(const Outcome& outcome, const Truth& truth, float margin) {
  const cv::Mat distance = distance_to_edit(truth);
  Pixels untouched;
  for (int y = truth.box.y; y < truth.box.bottom(); ++y)
    for (int x = truth.box.x; x < truth.box.right(); ++x) {
      if (distance.at<float>(y, x) <= margin) continue;
      ++untouched.all;
      untouched.right += same_color(outcome.picture, *truth.scene.canvas, x, y) ? 1 : 0;
    }
  // What a relight leaves by chance is no part of the picture.
  const long box = static_cast<long>(truth.box.width) * truth.box.height;
  return untouched.all <= box / 100 ? Pixels{} : untouched;
}

Pixels shown_pixels(const Outcome& outcome, const Truth& truth) {
  const Case& c = truth.scene;
  const Bitmap& reply = outcome.reply;
  Pixels visible;
  for (int y = c.target.y; y < c.target.bottom(); ++y)
    for (int x = c.target.x; x < c.target.right(); ++x) {
      const int selected = c.selection.row(y)[x];
      if (selected < half || truth.wanted.changed.row(y)[x] == 0) continue;
      if (farthest_channel(truth.wanted.picture, *c.canvas, x, y) <= visible_levels) continue;
      // What the model cut away, nobody can show.
      const auto p = apply(outcome.truth, {x + 0.5, y + 0.5});
      if (p.x < 0 || p.y < 0 || p.x > reply.width() || p.y > reply.height()) continue;
      ++visible.all;
      visible.right += outcome.alpha.row(y)[x] >= selected / 2 ? 1 : 0;
    }
  return visible;
}

}  // namespace

Truth truth_of(const Case& c, const scenes::Edited& wanted, const Rect& frame) {
  const Rect canvas{0, 0, c.canvas->width(), c.canvas->height()};
  return {.scene = c,
          .wanted = wanted,
          .ideal = flattened(*c.canvas, wanted.picture, 0, 0, c.selection),
          .box = intersection(frame, canvas)};
}

double seam_of(const Bitmap& picture, const Mask& alpha, const Truth& truth,
               Unmeasured unmeasured) {
  const cv::Mat values(alpha.height, alpha.width, CV_8UC1,
                       const_cast<std::uint8_t*>(alpha.values.data()));
  const cv::Mat inside = values >= half;
  const cv::Mat outside = ~inside;
  if (cv::countNonZero(inside) == 0 || cv::countNonZero(outside) == 0) return 0;
  const cv::Mat depth = distance_to_zero(inside);
  const cv::Mat height = distance_to_zero(outside);
  const cv::Mat apart = distance_to_edit(truth);
  const cv::Mat error = lab_of(picture) - lab_of(truth.ideal);
  const Rect& t = truth.scene.target;
  std::array<Sector, sectors> all{};
  for (int y = 0; y < error.rows; ++y)
    for (int x = 0; x < error.cols; ++x) {
      const float in = depth.at<float>(y, x);
      const float out = height.at<float>(y, x);
      if (in > strip_px || out > strip_px) continue;
      Sector& sector = all[sector_at(x - t.x - t.width / 2.0, y - t.y - t.height / 2.0)];
      sector.has_edge = true;
      if (apart.at<float>(y, x) <= bleed_px) continue;
      (in > 0 ? sector.inside : sector.outside).add(error.at<cv::Vec3f>(y, x));
    }
  std::vector<double> steps;
  for (const Sector& s : all) {
    if (s.is_measured()) steps.push_back(s.step());
    if (!s.is_measured() && s.has_edge && unmeasured == Unmeasured::NoStep) steps.push_back(0);
  }
  return percentile_95(std::move(steps));
}

Measures measure(const Outcome& outcome, const Truth& truth) {
  return {.outside = changed_outside(outcome, truth.scene),
          .misplaced = misplacement(outcome, truth.scene.target),
          .seam = seam_of(outcome.picture, outcome.alpha, truth, Unmeasured::NoStep),
          .kept = kept_pixels(outcome, truth, 0),
          .kept_beyond = kept_pixels(outcome, truth, near_px),
          .shown = shown_pixels(outcome, truth)};
}

double mean_distance(const Bitmap& a, const Bitmap& b) {
  const cv::Mat difference = lab_of(a) - lab_of(b);
  double sum = 0;
  long counted = 0;
  for (int y = 0; y < b.height(); ++y)
    for (int x = 0; x < b.width(); ++x) {
      if (pixel(b, x, y)[3] == 0) continue;
      sum += cv::norm(difference.at<cv::Vec3f>(y, x));
      ++counted;
    }
  return counted == 0 ? 0 : sum / static_cast<double>(counted);
}

}  // namespace wordbrush::bench
