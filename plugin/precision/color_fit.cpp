// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/color_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "precision/levels.h"
#include "precision/median.h"

namespace wordbrush::precision {

namespace {

// Levels of 255.
constexpr double widest_spread = 40;
constexpr double least_spread = 3;
constexpr double deviations_per_median = 1.4826;

cv::Vec4d with_offset(const cv::Vec3f& c) {
  return {c[0], c[1], c[2], 255};
}

/// What was cut off is as it is thought to be so far; of what ends alike in both, no
/// change is a little more likely than any.
cv::Vec3f likely_to(const ColorSample& s) {
  constexpr float a_little = 0.1F;
  cv::Vec3f to = s.now + s.left();
  for (int c = 0; c < 3; ++c)
    if (s.is_cut_off(c) && std::abs(s.to[c] - s.from[c]) < 4) to[c] += a_little * (s.to[c] - to[c]);
  return to;
}

/// Each channel's gain and offset alone.
cv::Matx<double, 4, 3> solved_apart(const cv::Matx44d& matrix, const cv::Matx<double, 4, 3>& side) {
  cv::Matx<double, 4, 3> change = cv::Matx<double, 4, 3>::zeros();
  for (int c = 0; c < 3; ++c) {
    const cv::Matx22d own(matrix(c, c), matrix(c, 3), matrix(3, c), matrix(3, 3));
    const cv::Vec2d line = own.solve(cv::Vec2d(side(c, c), side(3, c)), cv::DECOMP_CHOLESKY);
    change(c, c) = line[0];
    change(3, c) = line[1];
  }
  return change;
}

/// Weighted least squares, drawn slightly to "no change": grey pictures say
/// nothing about how channels mix.
ColorMatrix solved(std::span<const ColorSample> samples, Mixing mixing) {
  cv::Matx44d matrix = cv::Matx44d::zeros();
  cv::Matx<double, 4, 3> side = cv::Matx<double, 4, 3>::zeros();
  double weight = 1;
  for (const ColorSample& s : samples) {
    const cv::Vec4d from = with_offset(s.from);
    const cv::Vec3d difference = likely_to(s) - s.from;
    matrix += s.weight * (from * from.t());
    side += s.weight * (from * difference.t());
    weight += s.weight;
  }
  constexpr double prior_levels = 3;
  for (int i = 0; i < 3; ++i) matrix(i, i) += weight * prior_levels * prior_levels;
  matrix(3, 3) += weight;
  const cv::Matx<double, 4, 3> change =
      mixing == Mixing::Any ? matrix.solve(side, cv::DECOMP_CHOLESKY) : solved_apart(matrix, side);
  ColorMatrix result = change.t();
  for (int i = 0; i < 3; ++i) {
    result(i, i) += 1;
    result(i, 3) *= 255;
  }
  return result;
}

cv::Vec3f transformed(const ColorMatrix& matrix, const cv::Vec3f& color) {
  const cv::Matx<double, 3, 1> out =
      matrix * cv::Matx<double, 4, 1>(color[0], color[1], color[2], 1);
  const auto limited = [&](int c) { return static_cast<float>(std::clamp(out(c), 0.0, 255.0)); };
  return {limited(0), limited(1), limited(2)};
}

/// Geman and McClure's: 1 at no distance, a quarter at `spread`, then hardly anything.
float weight_of(double distance, double spread) {
  const double near = 1 / (1 + distance * distance / (spread * spread));
  return static_cast<float>(near * near);
}

// A surface of the fourth degree: x^i y^j with i + j <= 4.
constexpr int degree = 4;
constexpr int terms = (degree + 1) * (degree + 2) / 2;
using Surface = cv::Matx<double, terms, 3>;
using Terms = cv::Matx<double, terms, 1>;

Terms terms_at(double x, double y) {
  const double u = 2 * x - 1;
  const double v = 2 * y - 1;
  Terms result;
  int at = 0;
  for (int i = 0; i <= degree; ++i)
    for (int j = 0; i + j <= degree; ++j) result(at++) = std::pow(u, i) * std::pow(v, j);
  return result;
}

/// Each channel's share to add, as a surface through the samples.
Surface fitted_surface(std::span<const ColorSample> samples) {
  Surface surface = Surface::zeros();
  for (int c = 0; c < 3; ++c) {
    cv::Matx<double, terms, terms> squares = cv::Matx<double, terms, terms>::zeros();
    Terms side = Terms::zeros();
    double energy = 1;
    for (const ColorSample& s : samples) {
      if (s.is_cut_off(c)) continue;
      const double value = s.now[c];
      const Terms at = value * terms_at(s.place.x, s.place.y);
      squares += s.weight * (at * at.t());
      side += s.weight * (s.to[c] - value) * at;
      energy += s.weight * value * value;
    }
    // Holds what the samples leave open near 0.
    constexpr double prior = 1e-4;
    for (int i = 0; i < terms; ++i) squares(i, i) += prior * energy;
    const Terms solution = squares.solve(side, cv::DECOMP_CHOLESKY);
    for (int i = 0; i < terms; ++i) surface(i, c) = solution(i);
  }
  return surface;
}

cv::Vec3d shares_at(const Surface& surface, double x, double y) {
  constexpr double most = 0.15;
  const cv::Matx<double, 1, 3> shares = terms_at(x, y).t() * surface;
  const auto limited = [&](int c) { return std::clamp(shares(c), -most, most); };
  return {limited(0), limited(1), limited(2)};
}

/// How much the surface moves the samples, as a root mean square in levels. The dark ones
/// hardly move, whatever the light, and would outvote the lights of a night.
double strength(std::span<const ColorSample> samples, const Surface& surface) {
  constexpr float dark = 30;
  double squares = 0;
  double weight = 1e-9;
  for (const ColorSample& s : samples) {
    if (std::ranges::max(s.now.val) < dark) continue;
    const cv::Vec3d shares = shares_at(surface, s.place.x, s.place.y);
    const cv::Vec3d change = shares.mul(cv::Vec3d(s.now));
    squares += s.weight * change.dot(change) / 3;
    weight += s.weight;
  }
  return std::sqrt(squares / weight);
}

// A curve's change at 0, 16, 32 ... 256, straight between.
constexpr int knots = 17;
constexpr float knot_distance = 16;
using Curve = cv::Matx<double, knots, 1>;

struct OnCurve {
  int knot = 0;     // before the level
  double next = 0;  // share of the knot after it
};

OnCurve on_curve(float level) {
  const float at = std::clamp(level / knot_distance, 0.0F, knots - 1.001F);
  return {static_cast<int>(at), at - std::floor(at)};
}

double value_at(const Curve& curve, float level) {
  const OnCurve at = on_curve(level);
  return std::lerp(curve(at.knot), curve(at.knot + 1), at.next);
}

/// Least squares that prefers no bends, and no change where there are no samples.
Curve fitted_curve(std::span<const ColorSample> samples, int channel) {
  cv::Matx<double, knots, knots> squares = cv::Matx<double, knots, knots>::zeros();
  Curve side = Curve::zeros();
  double weight = 1;
  for (const ColorSample& s : samples) {
    if (s.is_cut_off(channel)) continue;
    const OnCurve at = on_curve(s.now[channel]);
    const double difference = s.to[channel] - s.now[channel];
    const std::array<double, 2> shares{1 - at.next, at.next};
    for (int i = 0; i < 2; ++i) {
      for (int j = 0; j < 2; ++j)
        squares(at.knot + i, at.knot + j) += s.weight * shares[i] * shares[j];
      side(at.knot + i) += s.weight * shares[i] * difference;
    }
    weight += s.weight;
  }
  const double prior = 1e-4 * weight;
  const double stiffness = 5e-4 * weight;
  for (int i = 0; i < knots; ++i) squares(i, i) += prior;
  for (int i = 1; i + 1 < knots; ++i) {
    const std::array<double, 3> bend{-1, 2, -1};
    for (int j = 0; j < 3; ++j)
      for (int k = 0; k < 3; ++k) squares(i - 1 + j, i - 1 + k) += stiffness * bend[j] * bend[k];
  }
  return squares.solve(side, cv::DECOMP_CHOLESKY);
}

}  // namespace

bool ColorSample::is_cut_off(int channel) const {
  return to[channel] != now[channel] && left()[channel] == 0;
}

cv::Vec3f ColorSample::left(const cv::Vec3f& further) const {
  cv::Vec3f left = to - now - further;
  for (int c = 0; c < 3; ++c) {
    const bool may_be_darker = is_cut_off_dark(from[c]) || is_cut_off_light(to[c]);
    const bool may_be_lighter = is_cut_off_light(from[c]) || is_cut_off_dark(to[c]);
    if (left[c] > 0 ? may_be_lighter : may_be_darker) left[c] = 0;
  }
  return left;
}

double ColorSample::distance(const cv::Vec3f& further) const {
  return cv::norm(left(further)) / std::sqrt(3.0);
}

bool ColorSample::is_explained() const {
  constexpr double far_levels = 8;
  return distance() < far_levels;
}

ColorMatrix fit_colors(std::span<ColorSample> samples, Mixing mixing) {
  ColorMatrix matrix = ColorMatrix::eye();
  if (samples.empty()) return matrix;
  constexpr int rounds = 14;
  constexpr double narrower = 0.75;
  double widest = widest_spread;
  for (int i = 0; i < rounds; ++i, widest *= narrower) {
    matrix = solved(samples, mixing);
    std::vector<double> distances(samples.size());
    std::ranges::transform(samples, distances.begin(), [&](ColorSample& s) {
      s.now = transformed(matrix, s.from);
      return s.distance();
    });
    const double usual = 1.5 * deviations_per_median * median(distances);
    const double spread = std::max(least_spread, std::min(widest, usual));
    for (std::size_t at = 0; at < samples.size(); ++at)
      samples[at].weight = weight_of(distances[at], spread);
  }
  return matrix;
}

cv::Mat fit_tone(std::span<ColorSample> samples) {
  constexpr double visible_levels = 0.3;
  std::array<Curve, 3> curves{};
  const auto change = [&](const cv::Vec3f& color) -> cv::Vec3d {
    return {value_at(curves[0], color[0]), value_at(curves[1], color[1]),
            value_at(curves[2], color[2])};
  };
  // A straight line misses the ends of a curve most, which made them count least.
  for (const double spread : {3 * least_spread, 2 * least_spread, least_spread}) {
    for (ColorSample& s : samples) s.weight = weight_of(s.distance(change(s.now)), spread);
    for (int c = 0; c < 3; ++c) curves[static_cast<std::size_t>(c)] = fitted_curve(samples, c);
  }
  double squares = 0;
  double weight = 1e-9;
  for (const ColorSample& s : samples) {
    const cv::Vec3d moved = change(s.now);
    squares += s.weight * moved.dot(moved) / 3;
    weight += s.weight;
  }
  if (squares / weight < visible_levels * visible_levels) return {};
  for (ColorSample& s : samples) s.now += cv::Vec3f(change(s.now));
  cv::Mat table(1, 256, CV_8UC3);
  for (int level = 0; level < table.cols; ++level) {
    const cv::Vec3d out = cv::Vec3d::all(level) + change(cv::Vec3f::all(static_cast<float>(level)));
    table.at<cv::Vec3b>(level) =
        cv::Vec3b(cv::saturate_cast<std::uint8_t>(out[0]), cv::saturate_cast<std::uint8_t>(out[1]),
                  cv::saturate_cast<std::uint8_t>(out[2]));
  }
  return table;
}

void apply(const ColorMatrix& matrix, const cv::Mat& tone, std::span<ColorSample> samples) {
  for (ColorSample& s : samples) {
    s.now = transformed(matrix, s.from);
    if (tone.empty()) continue;
    for (int c = 0; c < 3; ++c) s.now[c] = tone.at<cv::Vec3b>(cvRound(s.now[c]))[c];
  }
}

cv::Mat fit_shading(std::span<const ColorSample> samples, cv::Size cells) {
  constexpr double visible_levels = 0.8;
  const Surface surface = fitted_surface(samples);
  if (strength(samples, surface) < visible_levels) return {};
  cv::Mat field(cells, CV_32FC3);
  for (int y = 0; y < cells.height; ++y)
    for (int x = 0; x < cells.width; ++x)
      field.at<cv::Vec3f>(y, x) =
          shares_at(surface, (x + 0.5) / cells.width, (y + 0.5) / cells.height);
  return field;
}

}  // namespace wordbrush::precision
