// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/highlights.h"

#include <algorithm>
#include <cmath>

namespace wordbrush::precision {

namespace {

// Levels of 255. Noise and JPEG take cut off channels below their end.
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
    return {.level = static_cast<float>(y - slope * x), .slope = static_cast<float>(slope)};
  }

 private:
  double weight_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0;
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

}  // namespace

std::array<Highlight, 3> fit_highlights(std::span<const ColorSample> samples) {
  return {fitted_highlight(samples, 0), fitted_highlight(samples, 1), fitted_highlight(samples, 2)};
}

void restore_highlights(std::span<const cv::Vec4b> as_they_came, std::span<cv::Vec4b> corrected,
                        const std::array<Highlight, 3>& highlights) {
  for (int c = 0; c < 3; ++c) {
    const Highlight& highlight = highlights[static_cast<std::size_t>(c)];
    if (!highlight.is_known()) continue;
    for (std::size_t x = 0; x < corrected.size(); ++x) {
      const int came = as_they_came[x][c];
      if (came <= maybe_cut) continue;
      const double cut = std::min(1.0, (came - maybe_cut) / double{surely_cut - maybe_cut});
      const double more = highlight.at(mean_of_others(corrected[x], c)) - corrected[x][c];
      if (more > 0) corrected[x][c] = cv::saturate_cast<std::uint8_t>(corrected[x][c] + cut * more);
    }
  }
}

}  // namespace wordbrush::precision
