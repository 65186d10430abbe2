// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/change_mask.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

constexpr int changed = 255;
constexpr double useless_share = 0.85;
// Lab distances: what differs by less is not seen, by more is a change whatever the noise.
constexpr float least_threshold = 2.5F;
constexpr float highest_threshold = 8;
// How far apart edges may lie and still be the same, in pixels.
constexpr float edge_slip = 0.6F;
// What may belong to a change that is sure beside it.
constexpr float possible_score = 0.55F;

cv::Mat lab_of(const pixels::Bitmap& picture) {
  cv::Mat colors;
  cv::cvtColor(view(picture), colors, cv::COLOR_RGBA2RGB);
  colors.convertTo(colors, CV_32FC3, 1.0 / 255);
  cv::GaussianBlur(colors, colors, {5, 5}, 1.0);
  cv::Mat lab;
  cv::cvtColor(colors, lab, cv::COLOR_RGB2Lab);
  return lab;
}

/// Of vectors whose channels `change` may change first. One channel at a time, since
/// three of a large frame take a lot of memory.
cv::Mat length(const cv::Mat& vectors, const std::function<void(cv::Mat&)>& change = {}) {
  cv::Mat squares(vectors.size(), CV_32F, cv::Scalar(0));
  cv::Mat channel;
  for (int at = 0; at < vectors.channels(); ++at) {
    cv::extractChannel(vectors, channel, at);
    if (change) change(channel);
    cv::accumulateSquare(channel, squares);
  }
  cv::sqrt(squares, squares);
  return squares;
}

/// The steepest step within a pixel, in Lab per pixel.
cv::Mat steepness(const cv::Mat& lab) {
  cv::Mat steps;
  cv::Sobel(lab, steps, CV_32F, 1, 0, 3, 1.0 / 8);
  cv::Mat steep = length(steps);
  cv::Sobel(lab, steps, CV_32F, 0, 1, 3, 1.0 / 8);
  steep += length(steps);
  cv::dilate(steep, steep, cv::Mat::ones(3, 3, CV_8U));
  return steep;
}

/// What nearly all of the surroundings stay below: noise, JPEG, softness.
float noise_of(const cv::Mat& excess, const pixels::Mask* counts) {
  if (counts == nullptr) return 0;
  const cv::Mat counting = view(*counts);
  std::vector<float> values;
  constexpr int stride = 3;
  for (int y = 0; y < excess.rows; y += stride)
    for (int x = 0; x < excess.cols; x += stride)
      if (counting.at<std::uint8_t>(y, x) == changed) values.push_back(excess.at<float>(y, x));
  if (values.size() < 100) return 0;
  const auto high = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 9 / 10);
  std::ranges::nth_element(values, high);
  return *high;
}

cv::Mat round_shape(int radius) {
  return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1});
}

/// What a sum of squares counts for a pixel: more than this is sure anyway.
constexpr float surest_score = 2;

/// Each pixel's evidence: 0 below what counts as a change, else its score squared.
cv::Mat evidence_of(const cv::Mat& scores) {
  cv::Mat evidence = cv::min(scores, surest_score);
  evidence = evidence.mul(evidence);
  evidence.setTo(0, scores <= 1);
  return evidence;
}

/// Keeps what has enough evidence: a large area, or a smaller one that is plain.
/// The rest are specks.
cv::Mat without_specks(const cv::Mat& possible, const cv::Mat& evidence, double least_evidence) {
  cv::Mat labels;
  const int count = cv::connectedComponents(possible, labels);
  std::vector<double> sums(static_cast<std::size_t>(count));
  for (int y = 0; y < labels.rows; ++y)
    for (int x = 0; x < labels.cols; ++x)
      sums[static_cast<std::size_t>(labels.at<int>(y, x))] += evidence.at<float>(y, x);
  sums[0] = 0;
  cv::Mat result(labels.size(), CV_8U);
  result.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
    const double sum = sums[static_cast<std::size_t>(labels.at<int>(at[0], at[1]))];
    value = sum >= least_evidence ? changed : 0;
  });
  return result;
}

/// Closes gaps up to twice `radius` wide; what lies beyond the picture is unchanged.
cv::Mat closed(const cv::Mat& mask, float radius) {
  if (cv::countNonZero(mask) == 0) return mask;
  const int border = static_cast<int>(radius) + 2;
  cv::Mat wide;
  cv::copyMakeBorder(mask, wide, border, border, border, border, cv::BORDER_CONSTANT, 0);
  cv::Mat distance;
  cv::distanceTransform(wide == 0, distance, cv::DIST_L2, cv::DIST_MASK_5);
  cv::distanceTransform(distance <= radius, distance, cv::DIST_L2, cv::DIST_MASK_5);
  return cv::Mat(distance > radius)(cv::Rect({border, border}, mask.size())) | mask;
}

/// An object's inside may be of the background's colour by chance.
void fill_holes(cv::Mat& mask, int largest_area) {
  cv::Mat labels;
  cv::Mat stats;
  cv::Mat middles;
  const int count = cv::connectedComponentsWithStats(mask == 0, labels, stats, middles, 4);
  std::vector<bool> filled(static_cast<std::size_t>(count));
  for (int at = 1; at < count; ++at)
    filled[static_cast<std::size_t>(at)] = stats.at<int>(at, cv::CC_STAT_AREA) <= largest_area;
  mask.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
    if (filled[static_cast<std::size_t>(labels.at<int>(at[0], at[1]))]) value = changed;
  });
}

/// Differences in units of what counts as one.
struct Scores {
  cv::Mat values;
  float threshold = 0;
};

/// The comparison's own blur carries a plain change past its edge: one deviation
/// past it a sixth of the step is left, and beyond only less.
cv::Mat spread_by_blur(const cv::Mat& distance) {
  constexpr double past_the_edge = 0.16;
  cv::Mat steps;
  cv::dilate(distance, steps, cv::Mat::ones(7, 7, CV_8U));
  return distance < past_the_edge * steps;
}

/// Noise and slips cancel out over an area, a faint tint does not. Each pixel's
/// difference is limited before it joins the mean, so that a plain change says
/// nothing about its surroundings: at its edge half of the pixels give just what is possible.
cv::Mat faint_scores(const cv::Mat& difference, const cv::Mat& distance, const cv::Mat& slip,
                     float threshold) {
  constexpr double reach = 3.5;
  const cv::Mat one = 0.4 * slip + 0.6 * threshold;
  const cv::Mat excess = cv::max(distance / (2 * possible_score * one), 1);
  cv::Mat mean_one;
  cv::GaussianBlur(one, mean_one, {}, reach);
  return length(difference,
                [&](cv::Mat& channel) {
                  cv::divide(channel, excess, channel);
                  cv::GaussianBlur(channel, channel, {}, reach);
                }) /
         mean_one;
}

Scores scores_of(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                 const ChangeRequest& request) {
  cv::Mat frame_lab = lab_of(frame);
  const cv::Mat slip = edge_slip * steepness(frame_lab);
  cv::Mat difference = lab_of(laid);
  difference -= frame_lab;
  frame_lab.release();
  const cv::Mat distance = length(difference);
  const float noise = noise_of(distance - slip, request.counts);
  const auto factor =
      static_cast<float>(std::exp2(1 - 2 * std::clamp(request.sensitivity, 0.0, 1.0)));
  Scores scores{.threshold = factor * std::clamp(1.5F * noise, least_threshold, highest_threshold)};
  scores.values = distance / (slip + scores.threshold);
  scores.values.setTo(0, spread_by_blur(distance));
  scores.values =
      cv::max(scores.values, faint_scores(difference, distance, slip, scores.threshold));
  cv::Mat alpha;
  cv::extractChannel(view(laid), alpha, 3);
  scores.values.setTo(0, alpha == 0);
  return scores;
}

/// With a soft edge outside of what changed. The comparison reaches a pixel or two
/// past a change by itself, so in all it grows by about four.
cv::Mat grown(const cv::Mat& mask) {
  constexpr int radius = 1;
  constexpr int softness = 2;
  cv::Mat wide;
  cv::dilate(mask, wide, round_shape(radius));
  cv::boxFilter(wide, wide, -1, {softness + 1, softness + 1});
  return wide;
}

}  // namespace

std::string_view name_of(ChangeOutcome outcome) {
  switch (outcome) {
    case ChangeOutcome::Found:
      return "found";
    case ChangeOutcome::Nothing:
      return "nothing";
    case ChangeOutcome::MostlyChanged:
      return "mostly_changed";
  }
  return "";
}

ChangeMask find_changes(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                        const ChangeRequest& request) {
  constexpr int vote = 7;
  constexpr double majority = 0.4;
  constexpr float gap = 12;
  const Scores scores = scores_of(frame, laid, request);
  const cv::Mat evidence = evidence_of(scores.values);
  cv::Mat votes;
  cv::boxFilter(evidence, votes, CV_32F, {vote, vote});
  const cv::Mat sure = (votes > majority) & (scores.values > possible_score);
  cv::Mat possible = (scores.values > possible_score);
  cv::morphologyEx(possible, possible, cv::MORPH_OPEN, round_shape(1));
  possible |= sure;
  const auto area = static_cast<int>(possible.total());
  cv::Mat sure_evidence(evidence.size(), CV_32F, cv::Scalar(0));
  evidence.copyTo(sure_evidence, sure);
  cv::Mat mask = without_specks(possible, sure_evidence, std::max(16, area / 8000));
  mask = closed(mask, gap);
  fill_holes(mask, area / 60);
  mask = grown(mask);

  const Rect& t = request.target;
  const cv::Rect target = cv::Rect(t.x, t.y, t.width, t.height) & cv::Rect({}, mask.size());
  ChangeMask result{.mask = to_mask(mask), .threshold = scores.threshold};
  if (target.area() > 0)
    result.changed_share = static_cast<double>(cv::countNonZero(mask(target))) / target.area();
  if (result.changed_share > 0) result.outcome = ChangeOutcome::Found;
  if (result.changed_share > useless_share) result.outcome = ChangeOutcome::MostlyChanged;
  return result;
}

}  // namespace wordbrush::precision
