// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/change_scores.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

// Lab distances: what differs by less is not seen, by more is a change whatever the noise.
constexpr float least_threshold = 2.5F;
constexpr float highest_threshold = 8;
// How far apart edges may lie and still be the same, in pixels.
constexpr float least_slip = 0.1F;
constexpr float largest_slip = 0.6F;
// One deviation of the blur that the pictures are compared under, in pixels.
constexpr double usual_blur = 1;
constexpr double sharp_blur = 0.45;

cv::Mat lab_of(const pixels::Bitmap& picture) {
  cv::Mat colors;
  cv::cvtColor(view(picture), colors, cv::COLOR_RGBA2RGB);
  colors.convertTo(colors, CV_32FC3, 1.0 / 255);
  cv::Mat lab;
  cv::cvtColor(colors, lab, cv::COLOR_RGB2Lab);
  return lab;
}

/// 0 to 1.
cv::Mat alpha_of(const pixels::Bitmap& picture) {
  cv::Mat alpha;
  cv::extractChannel(view(picture), alpha, 3);
  alpha.convertTo(alpha, CV_32F, 1.0 / 255);
  return alpha;
}

void scale(cv::Mat& colors, const cv::Mat& factors) {
  colors.forEach<cv::Vec3f>(
      [&](cv::Vec3f& color, const int* at) { color *= factors.at<float>(at); });
}

void add_channel(cv::Mat& vectors, const cv::Mat& channel) {
  const cv::Mat parts[] = {vectors, channel};
  cv::merge(parts, 2, vectors);
}

/// Colors differ as far as both pictures show them. What the reply shows where the frame
/// shows less counts as a channel of its own, lest black on nothing be no change; where
/// it shows less, the frame stays to be seen.
void weigh_by_alpha(cv::Mat& difference, cv::Mat& frame_lab, const pixels::Bitmap& frame,
                    const pixels::Bitmap& laid) {
  constexpr double black_to_white = 100;
  const bool is_frame_opaque = is_opaque(frame);
  if (is_frame_opaque && is_opaque(laid)) return;
  const cv::Mat frame_alpha = alpha_of(frame);
  const cv::Mat laid_alpha = alpha_of(laid);
  scale(difference, frame_alpha.mul(laid_alpha));
  if (is_frame_opaque) return;
  scale(frame_lab, frame_alpha);
  add_channel(frame_lab, black_to_white * frame_alpha);
  add_channel(difference, black_to_white * cv::max(laid_alpha - frame_alpha, 0));
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

/// What `percent` of the values stay below; `unknown` where there are too few to say.
float percentile(std::vector<float> values, std::size_t percent, float unknown) {
  constexpr std::size_t enough = 100;
  if (values.size() < enough) return unknown;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() * percent / 100);
  std::ranges::nth_element(values, at);
  return *at;
}

/// Calls with each of some of the places where nothing is expected to change.
void visit_unchanged(const pixels::Mask* counts, const std::function<void(int x, int y)>& visit) {
  if (counts == nullptr) return;
  constexpr int stride = 3;
  constexpr int counting = 255;
  for (int y = 0; y < counts->height; y += stride)
    for (int x = 0; x < counts->width; x += stride)
      if (counts->row(y)[x] == counting) visit(x, y);
}

/// What nearly all of the surroundings stay below: noise, JPEG, softness.
float noise_of(const cv::Mat& excess, const pixels::Mask* counts) {
  std::vector<float> values;
  visit_unchanged(counts, [&](int x, int y) { values.push_back(excess.at<float>(y, x)); });
  return percentile(std::move(values), 90, 0);
}

/// How far apart the surroundings' edges lie, in pixels; as far as may be where few tell.
float slip_of(const cv::Mat& distance, const cv::Mat& steep, const pixels::Mask* counts) {
  constexpr float plain_edge = 6;
  constexpr float usual_noise = 1;
  constexpr float reserve = 1.3F;
  std::vector<float> slips;
  visit_unchanged(counts, [&](int x, int y) {
    const float step = steep.at<float>(y, x);
    if (step > plain_edge)
      slips.push_back(std::max(0.F, distance.at<float>(y, x) - usual_noise) / step);
  });
  const float apart = reserve * percentile(std::move(slips), 97, largest_slip);
  return std::clamp(apart, least_slip, largest_slip);
}

/// The comparison's own blur carries a plain change past its edge: one deviation
/// past it a sixth of the step is left, and beyond only less.
cv::Mat spread_by_blur(const cv::Mat& distance) {
  constexpr double past_the_edge = 0.16;
  cv::Mat steps;
  cv::dilate(distance, steps, cv::Mat::ones(7, 7, CV_8U));
  return distance < past_the_edge * steps;
}

/// The blocks of JPEG carry a plain change farther, the more the coarser they are. Where
/// it ends, the pixels of its edge are its own.
cv::Mat spread_by_blocks(const cv::Mat& distance, float noise) {
  constexpr float unnoticed = 0.25F;
  constexpr float share_of_noise = 0.12F;
  constexpr float most = 0.05F;
  constexpr double plain = 0.25;
  constexpr int reach = 8;
  const float share = std::clamp(share_of_noise * (noise - unnoticed), 0.F, most);
  cv::Mat steps;
  cv::dilate(distance, steps, cv::Mat::ones(2 * reach + 1, 2 * reach + 1, CV_8U));
  cv::Mat edge = distance > plain * steps;
  cv::dilate(edge, edge, cv::Mat::ones(3, 3, CV_8U));
  return (distance < share * steps) & ~edge;
}

/// What differences there are to judge by, and what each is measured in.
struct Differences {
  cv::Mat difference;  // in Lab, with a fourth channel where the frame is not opaque
  cv::Mat distance;    // the same's length
  cv::Mat sharp;       // the same, under less blur
  cv::Mat slip;        // what an edge's slip may explain of it
  const pixels::Mask* counts = nullptr;
  float factor = 1;  // of all thresholds, by the sensitivity
  float noise = 0;

  float threshold(float of_noise, float least = least_threshold) const {
    return std::clamp(of_noise, least, highest_threshold) * strictness(of_noise, least);
  }
  /// Of what counts as a change, by the sensitivity. Never such that noise would count,
  /// however faint a change is looked for.
  float strictness(float of_noise, float least = least_threshold) const {
    const float usual = std::clamp(of_noise, least, highest_threshold);
    return std::max(factor, std::min(of_noise, highest_threshold) / usual);
  }
};

Differences differences_between(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                                const ChangeRequest& request) {
  Differences c{.difference = lab_of(laid), .counts = request.counts};
  cv::Mat frame_lab = lab_of(frame);
  c.difference -= frame_lab;
  weigh_by_alpha(c.difference, frame_lab, frame, laid);
  cv::GaussianBlur(frame_lab, frame_lab, {5, 5}, usual_blur);
  const cv::Mat steep = steepness(frame_lab);
  frame_lab.release();
  c.sharp = length(c.difference, [](cv::Mat& channel) {
    cv::GaussianBlur(channel, channel, {3, 3}, sharp_blur);
  });
  cv::GaussianBlur(c.difference, c.difference, {5, 5}, usual_blur);
  c.distance = length(c.difference);
  c.slip = slip_of(c.distance, steep, c.counts) * steep;
  c.noise = noise_of(c.distance - c.slip, c.counts);
  c.factor = static_cast<float>(std::exp2(1 - 2 * std::clamp(request.sensitivity, 0.0, 1.0)));
  return c;
}

/// Noise and slips cancel out over an area, a faint tint does not. Each pixel's
/// difference is limited before it joins the mean, so that a plain change says
/// nothing about its surroundings: at its edge half of the pixels give just what is possible.
cv::Mat tint_scores(const Differences& c, float threshold) {
  constexpr double reach = 3.5;
  const cv::Mat unit = 0.4 * c.slip + 0.8 * threshold;
  const cv::Mat excess = cv::max(c.distance / (2 * possible_score * unit), 1);
  cv::Mat mean_unit;
  cv::GaussianBlur(unit, mean_unit, {}, reach);
  return length(c.difference,
                [&](cv::Mat& channel) {
                  cv::divide(channel, excess, channel);
                  cv::GaussianBlur(channel, channel, {}, reach);
                }) /
         mean_unit;
}

/// Grain that gave way to other grain differs by little from pixel to pixel, but all over.
cv::Mat texture_scores(const Differences& c) {
  constexpr double reach = 2.5;
  constexpr float least = 2;
  constexpr float above_noise = 2.5F;
  cv::Mat mean;
  cv::Mat unit;
  cv::GaussianBlur(c.distance, mean, {}, reach);
  cv::GaussianBlur(c.slip, unit, {}, reach);
  const float noise = noise_of(mean - unit, c.counts);
  unit += c.threshold(above_noise * noise, least);
  mean = cv::min(c.distance, 2 * possible_score * unit);
  cv::GaussianBlur(mean, mean, {}, reach);
  return mean / unit;
}

/// Faint beside its threshold, and for the eye.
cv::Mat is_alike(const cv::Mat& distance, const cv::Mat& score, float most, float threshold) {
  constexpr float unseen = 1.6F;
  return (score < most) & (distance < unseen * threshold);
}

/// Each by itself.
cv::Mat alike_pixels(const Differences& c) {
  constexpr float most = 0.65F;
  const float threshold = c.threshold(noise_of(c.sharp - c.slip, c.counts));
  return is_alike(c.sharp, c.sharp / (c.slip + threshold), most, threshold);
}

cv::Mat pixels_beside(const Differences& c, const cv::Mat& alike) {
  cv::Mat beside = alike | spread_by_blocks(c.sharp, c.noise);
  cv::morphologyEx(beside, beside, cv::MORPH_OPEN, disk(1));
  return beside;
}

/// Where no pixel stands out, as in the end of a shadow and not in grain.
cv::Mat faint_areas(const Differences& c, float threshold) {
  cv::Mat faint = (c.distance < threshold) & (c.sharp < threshold);
  cv::morphologyEx(faint, faint, cv::MORPH_OPEN, disk(2));
  return faint;
}

/// `scores` are the pixels' own.
cv::Mat gaps(const Differences& c, const cv::Mat& alike, const cv::Mat& scores, float threshold) {
  constexpr float most = 0.4F;
  cv::Mat gap = alike & is_alike(c.distance, scores, most, threshold);
  cv::morphologyEx(gap, gap, cv::MORPH_OPEN, disk(2));
  return gap;
}

}  // namespace

ChangeScores change_scores(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                           const ChangeRequest& request) {
  const Differences c = differences_between(frame, laid, request);
  const float of_noise = 1.5F * c.noise;
  ChangeScores scores{.threshold = c.threshold(of_noise), .strictness = c.strictness(of_noise)};
  const cv::Mat alike = alike_pixels(c);
  scores.beside = pixels_beside(c, alike);
  scores.faint = faint_areas(c, scores.threshold);
  scores.values = c.distance / (c.slip + scores.threshold);
  scores.gap = gaps(c, alike, scores.values, scores.threshold);
  scores.values.setTo(0, spread_by_blur(c.distance));
  scores.values = cv::max(scores.values, tint_scores(c, scores.threshold));
  scores.values = cv::max(scores.values, texture_scores(c));
  cv::Mat alpha;
  cv::extractChannel(view(laid), alpha, 3);
  scores.values.setTo(0, alpha == 0);
  return scores;
}

}  // namespace wordbrush::precision
