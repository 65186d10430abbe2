// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/highlights.h"

#include <algorithm>
#include <cmath>

namespace wordbrush::precision {

namespace {

// Levels of 255. Noise and JPEG take cut off channels below their end. A pixel that is
// raised needs a fade about the usual limit (levels.h), lest neighbors beside it part; and
// what others are raised to is told only by what is surely cut off.
constexpr int maybe_cut = 247;
constexpr int surely_cut = 253;

template <class Color>
double mean_of_others(const Color& color, int channel) {
  return (color[(channel + 1) % 3] + color[(channel + 2) % 3]) / 2.0;
}

/// A straight line through samples, weighted; level where nothing tells a slope.
class Line {
 public:
  void add(double x, double y, double weight) {
    constexpr double agrees = 0.5;
    if (weight > agrees) {
      least_ = std::min(least_, x);
      most_ = std::max(most_, x);
    }
    weight_ += weight;
    x_ += weight * x;
    y_ += weight * y;
    xx_ += weight * x * x;
    xy_ += weight * x * y;
  }
  double weight() const { return weight_; }
  Highlight fitted() const {
    constexpr double usual_spread = 3;
    const double x = x_ / weight_;
    const double y = y_ / weight_;
    const double spread = xx_ / weight_ - x * x + usual_spread * usual_spread;
    const double slope = (xy_ / weight_ - x * y) / spread;
    return {.level = static_cast<float>(y - slope * x),
            .slope = static_cast<float>(slope),
            .least = static_cast<float>(least_),
            .most = static_cast<float>(most_)};
  }

 private:
  double weight_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0;
  double least_ = 255, most_ = 0;
};

Highlight fitted_highlight(std::span<const ColorSample> samples, int channel) {
  constexpr double spread_levels = 6;
  constexpr double fewest = 20;
  constexpr double visible_levels = 0.5;
  Highlight highlight;
  double raised = 0;
  for (int round = 0; round < 3; ++round) {
    Line line;
    raised = 0;
    for (const ColorSample& s : samples) {
      if (s.from[channel] < surely_cut - 1 || !s.is_explained()) continue;
      const double others = mean_of_others(s.now, channel);
      const double off = round == 0 ? 0 : s.to[channel] - highlight.at(others);
      const double near = 1 / (1 + off * off / (spread_levels * spread_levels));
      line.add(others, s.to[channel], near * near);
      raised += near * near * (s.to[channel] - s.now[channel]);
    }
    if (line.weight() < fewest) return {};
    highlight = line.fitted();
    raised /= line.weight();
  }
  return raised < visible_levels ? Highlight{} : highlight;
}

/// 0 to 1, how much the channel was cut off.
double cut_off(int came) {
  return std::clamp((came - maybe_cut) / double{surely_cut - maybe_cut}, 0.0, 1.0);
}

/// 0 to 1, how much is known of such colors.
double known_of(const Highlight& highlight, double others) {
  constexpr double fade = 12;
  const double beyond = std::max(highlight.least - others, others - highlight.most);
  return std::clamp(1 - beyond / fade, 0.0, 1.0);
}

}  // namespace

std::array<Highlight, 3> fit_highlights(std::span<const ColorSample> samples) {
  return {fitted_highlight(samples, 0), fitted_highlight(samples, 1), fitted_highlight(samples, 2)};
}

void restore_highlights(std::span<const cv::Vec4b> as_they_came, std::span<cv::Vec4b> corrected,
                        const std::array<Highlight, 3>& highlights) {
  for (std::size_t x = 0; x < corrected.size(); ++x) {
    // None of the channels may tell of another what was restored of itself.
    const cv::Vec3i color{corrected[x][0], corrected[x][1], corrected[x][2]};
    for (int c = 0; c < 3; ++c) {
      const Highlight& highlight = highlights[static_cast<std::size_t>(c)];
      if (as_they_came[x][c] <= maybe_cut || !highlight.is_known()) continue;
      const double others = mean_of_others(color, c);
      const double more = highlight.at(others) - color[c];
      const double share = cut_off(as_they_came[x][c]) * known_of(highlight, others);
      if (more > 0) corrected[x][c] = cv::saturate_cast<std::uint8_t>(color[c] + share * more);
    }
  }
}

}  // namespace wordbrush::precision
