// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/color_match.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "precision/color_fit.h"
#include "precision/highlights.h"
#include "precision/mat.h"
#include "precision/median.h"
#include "precision/relight.h"

namespace wordbrush::precision {

namespace {

constexpr int compared_side = 512;
constexpr int longest_field_side = 24;
constexpr std::size_t least_samples = 300;
// Enough for the 70 numbers of a fit; more only take time.
constexpr double most_samples = 12000;
constexpr double least_unchanged = 0.35;
// Levels of 255.
constexpr double unnoticed_cast = 0.3;

cv::Mat smoothed(const pixels::Bitmap& picture, cv::Size size) {
  cv::Mat colors;
  cv::cvtColor(view(picture), colors, cv::COLOR_RGBA2RGB);
  cv::resize(colors, colors, size, 0, 0, cv::INTER_AREA);
  cv::Mat smooth;
  cv::GaussianBlur(colors, smooth, {5, 5}, 1.2);
  return smooth;
}

std::vector<ColorSample> samples_of(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                                    const pixels::Mask& counts) {
  const double scale =
      std::min(1.0, static_cast<double>(compared_side) / std::max(frame.width(), frame.height()));
  const cv::Size size(std::max(1, static_cast<int>(frame.width() * scale)),
                      std::max(1, static_cast<int>(frame.height() * scale)));
  const cv::Mat to = smoothed(frame, size);
  const cv::Mat from = smoothed(laid, size);
  cv::Mat counting;
  cv::resize(view(counts), counting, size, 0, 0, cv::INTER_AREA);
  cv::erode(counting, counting, cv::Mat::ones(5, 5, CV_8U), {-1, -1}, 1, cv::BORDER_REPLICATE);
  std::vector<ColorSample> samples;
  const int stride = std::max(1, static_cast<int>(std::sqrt(size.area() / most_samples)));
  for (int y = stride / 2; y < size.height; y += stride)
    for (int x = stride / 2; x < size.width; x += stride) {
      const auto& f = from.at<cv::Vec3b>(y, x);
      const auto& t = to.at<cv::Vec3b>(y, x);
      if (counting.at<std::uint8_t>(y, x) != 255) continue;
      samples.push_back(
          {.from = f,
           .to = t,
           .place = {(static_cast<float>(x) + 0.5F) / static_cast<float>(size.width),
                     (static_cast<float>(y) + 0.5F) / static_cast<float>(size.height)}});
    }
  return samples;
}

cv::Size cells_for(const pixels::Bitmap& frame) {
  const int longer = std::max(frame.width(), frame.height());
  const auto cells = [&](int side) { return std::max(2, longest_field_side * side / longer); };
  return {cells(frame.width()), cells(frame.height())};
}

/// Sets what the match did, in numbers.
void measure(ColorMatch& match, std::span<const ColorSample> samples) {
  std::vector<double> changes;
  for (const ColorSample& s : samples)
    if (s.is_explained()) changes.push_back(cv::norm(s.now - s.from) / std::sqrt(3.0));
  match.unchanged_share = static_cast<double>(changes.size()) / static_cast<double>(samples.size());
  match.change = median(std::move(changes));
}

/// Whether the correction is too small to be seen. Nothing shows a cast in the dark, and most
/// of a night is dark: so the lights of a picture are asked too.
bool is_unnoticed(const ColorMatch& match, std::span<const ColorSample> samples) {
  constexpr float light = 60;
  constexpr double unnoticed_in_light = 1;
  if (match.change >= unnoticed_cast) return false;
  std::vector<double> changes;
  for (const ColorSample& s : samples)
    if (s.is_explained() && std::ranges::max(s.from.val) >= light)
      changes.push_back(cv::norm(s.now - s.from) / std::sqrt(3.0));
  return median(std::move(changes)) < unnoticed_in_light;
}

struct Fitted {
  ColorMatrix matrix;
  cv::Mat tone;
  cv::Mat field;
};

/// The field's share at the sample's place.
cv::Vec3f share_at(const cv::Mat& field, const ColorSample& s) {
  return field.at<cv::Vec3f>(static_cast<int>(s.place.y * static_cast<float>(field.rows)),
                             static_cast<int>(s.place.x * static_cast<float>(field.cols)));
}

cv::Vec3f left_of(const Fitted& fitted, const ColorSample& s) {
  return fitted.field.empty() ? s.left() : s.left(share_at(fitted.field, s).mul(s.now));
}

/// How much is left: near 0 where the samples agree, at most 1 for one that is far off.
double cost_of(const Fitted& fitted, std::span<const ColorSample> samples) {
  constexpr double usual_levels = 3;
  double cost = 0;
  for (const ColorSample& s : samples) {
    const cv::Vec3f left = left_of(fitted, s);
    const double squares = left.dot(left) / 3;
    cost += squares / (squares + usual_levels * usual_levels);
  }
  return cost;
}

Fitted fit_even(std::span<ColorSample> samples, Mixing mixing) {
  Fitted fitted{fit_colors(samples, mixing), {}, {}};
  fitted.tone = fit_tone(samples);
  return fitted;
}

/// The colours first, and the light's slope in what they leave. Mixed channels follow a
/// curve of tone as far as the picture's own colors go, and are off for all others, so
/// channels mix only where that is clearly better.
Fitted fit_plain(std::span<ColorSample> samples, cv::Size cells) {
  constexpr double clearly_less = 0.98;
  std::vector<ColorSample> others(samples.begin(), samples.end());
  Fitted fitted = fit_even(samples, Mixing::Any);
  Fitted apart = fit_even(others, Mixing::None);
  if (clearly_less * cost_of(apart, others) <= cost_of(fitted, samples)) {
    fitted = apart;
    std::ranges::copy(others, samples.begin());
  }
  fitted.field = fit_shading(samples, cells);
  return fitted;
}

/// Light that falls off over the picture looks like a cast to the matrix, so the
/// matrix is fitted again without it.
Fitted fit_shaded(std::span<ColorSample> samples, cv::Size cells) {
  Fitted fitted{fit_colors(samples, Mixing::Any), {}, fit_shading(samples, cells)};
  if (fitted.field.empty()) return fitted;
  const std::vector<ColorSample> shaded(samples.begin(), samples.end());
  for (ColorSample& s : samples)
    for (int c = 0; c < 3; ++c) s.to[c] /= 1 + share_at(fitted.field, s)[c];
  fitted.matrix = fit_colors(samples, Mixing::Any);
  fitted.tone = fit_tone(samples);
  for (std::size_t at = 0; at < samples.size(); ++at) samples[at].to = shaded[at].to;
  fitted.field = fit_shading(samples, cells);
  return fitted;
}

/// A curve of tone may pass for a slope of light, and a slope for a cast: whatever
/// explains more is taken, the slope only where it is clearly better, as it says
/// little of the target's inside.
Fitted fit(std::span<ColorSample> samples, cv::Size cells) {
  constexpr double clearly_less = 0.97;
  Fitted plain = fit_plain(samples, cells);
  if (plain.field.empty()) return plain;
  std::vector<ColorSample> others(samples.begin(), samples.end());
  for (ColorSample& s : others) s.now = s.from;
  Fitted shaded = fit_shaded(others, cells);
  if (shaded.field.empty() || cost_of(shaded, others) > clearly_less * cost_of(plain, samples))
    return plain;
  std::ranges::copy(others, samples.begin());
  return shaded;
}

/// The surroundings may lack levels that the target has. A few of its samples tell of
/// those, and are outvoted in all others, as an edit may be among them.
void refit_tone(Fitted& fitted, std::span<ColorSample> surroundings,
                std::span<const ColorSample> within) {
  constexpr std::size_t one_of = 8;
  std::vector<ColorSample> all(surroundings.begin(), surroundings.end());
  for (std::size_t at = 0; at < within.size(); at += one_of) all.push_back(within[at]);
  apply(fitted.matrix, {}, all);
  fitted.tone = fit_tone(all);
  std::copy_n(all.begin(), surroundings.size(), surroundings.begin());
}

/// A surface through the surroundings says little of the target's inside, where the
/// pixels that are unchanged by what is known so far say more.
void refit_field(Fitted& fitted, std::span<const ColorSample> surroundings,
                 std::vector<ColorSample>& within, cv::Size cells) {
  apply(fitted.matrix, fitted.tone, within);
  std::vector<ColorSample> all(surroundings.begin(), surroundings.end());
  all.insert(all.end(), within.begin(), within.end());
  for (const double spread_levels : {6.0, 3.0}) {
    for (std::size_t at = surroundings.size(); at < all.size(); ++at) {
      ColorSample& s = all[at];
      const cv::Vec3f left = left_of(fitted, s);
      const double near = 1 / (1 + left.dot(left) / 3 / (spread_levels * spread_levels));
      s.weight = static_cast<float>(near * near);
    }
    fitted.field = fit_shading(all, cells);
  }
}

}  // namespace

std::string_view name_of(ColorOutcome outcome) {
  switch (outcome) {
    case ColorOutcome::Matched:
      return "matched";
    case ColorOutcome::AlreadyMatched:
      return "already_matched";
    case ColorOutcome::NoSurroundings:
      return "no_surroundings";
    case ColorOutcome::TooFewUnchanged:
      return "too_few_unchanged";
    case ColorOutcome::Relight:
      return "relight";
  }
  return "";
}

ColorMatch match_colors(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                        const ColorRequest& request) {
  ColorMatch match;
  std::vector<ColorSample> samples = samples_of(frame, laid, request.surroundings);
  std::vector<ColorSample> within;
  if (request.target != nullptr) within = samples_of(frame, laid, *request.target);
  if (samples.size() < least_samples) samples = std::exchange(within, {});
  if (samples.size() < least_samples) return match;
  Fitted fitted = fit(samples, cells_for(frame));
  measure(match, samples);
  const bool relit = is_relit(samples);
  const bool unnoticed = is_unnoticed(match, samples);
  if (!within.empty() && fitted.field.empty()) refit_tone(fitted, samples, within);
  if (!within.empty()) refit_field(fitted, samples, within, cells_for(frame));
  const auto& [matrix, tone, field] = fitted;
  if (match.unchanged_share < least_unchanged)
    match.outcome = ColorOutcome::TooFewUnchanged;
  else if (relit)
    match.outcome = ColorOutcome::Relight;
  else if (unnoticed && tone.empty() && field.empty())
    match.outcome = ColorOutcome::AlreadyMatched;
  else
    match.outcome = ColorOutcome::Matched;
  if (!match.used()) return match;
  std::ranges::copy(matrix.val, match.matrix.begin());
  // What is cut off may lie within alone.
  samples.insert(samples.end(), within.begin(), within.end());
  // As the pixels will be before the light's slope is taken from them.
  if (!field.empty())
    for (ColorSample& s : samples)
      for (int c = 0; c < 3; ++c) s.to[c] /= 1 + share_at(field, s)[c];
  match.highlights = fit_highlights(samples);
  if (!tone.empty()) match.tone.assign(tone.ptr(), tone.ptr() + tone.total() * 3);
  if (!field.empty()) {
    match.field.assign(field.ptr<float>(), field.ptr<float>() + field.total() * 3);
    match.field_width = field.cols;
    match.field_height = field.rows;
  }
  return match;
}

}  // namespace wordbrush::precision
