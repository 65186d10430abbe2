// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/alignment_step.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace wordbrush::precision {

namespace {

constexpr int parameters = 6;
using Matrix6 = cv::Matx<double, parameters, parameters>;
using Vector6 = cv::Matx<double, parameters, 1>;

/// Normal equations of the six parameters (shift x and y, then x by u and v, y by
/// u and v), u and v being positions from the middle in units of `radius`.
struct Equations {
  Matrix6 matrix = Matrix6::zeros();
  Vector6 side = Vector6::zeros();
  double weight = 0;
  double cost = 0;
  double squares = 0;
  double count = 0;
};

/// Sums over a row: products of gradients and residual, each times 1, u and u^2.
struct RowSums {
  std::array<double, 3> xx{}, xy{}, yy{};
  std::array<double, 2> xe{}, ye{};
};

struct Frame {
  cv::Point2d middle;
  double radius = 1;
};

/// Everything of one step that the rows share.
struct Step {
  const AlignmentLevel& level;
  Affine transform;
  cv::Mat laid;
  Frame frame;
  double spread = 1;

  /// Whether it is in `mask`, and in the reply.
  bool is_in(const cv::Mat& mask, int x, int y) const {
    const Point p = apply(transform, {x + 0.5, y + 0.5});
    return mask.at<std::uint8_t>(y, x) != 0 && p.x >= level.margin && p.y >= level.margin &&
           p.x <= level.reply.cols - level.margin && p.y <= level.reply.rows - level.margin;
  }
};

void add_row(const RowSums& row, double v, Equations& to) {
  // Each parameter is a gradient (x or y) times a position (1, u or v).
  constexpr std::array<int, parameters> gradient{0, 1, 0, 0, 1, 1};
  constexpr std::array<std::size_t, parameters> u_power{0, 0, 1, 0, 1, 0};
  const std::array<double, parameters> v_factor{1, 1, 1, v, 1, v};
  for (std::size_t i = 0; i < parameters; ++i) {
    for (std::size_t j = 0; j < parameters; ++j) {
      const int kinds = gradient[i] + gradient[j];
      const auto& sums = kinds == 0 ? row.xx : kinds == 1 ? row.xy : row.yy;
      to.matrix(static_cast<int>(i), static_cast<int>(j)) +=
          sums[u_power[i] + u_power[j]] * v_factor[i] * v_factor[j];
    }
    const auto& sums = gradient[i] == 0 ? row.xe : row.ye;
    to.side(static_cast<int>(i)) += sums[u_power[i]] * v_factor[i];
  }
}

/// Central differences of both pictures, averaged: it converges from farther, and
/// is not drawn to either picture's noise.
void sum_row(const Step& step, int y, Equations& to) {
  const cv::Mat& f = step.level.frame;
  const cv::Mat& r = step.laid;
  const auto* frame = f.ptr<float>(y);
  const auto* reply = r.ptr<float>(y);
  const auto* frame_up = f.ptr<float>(y - 1);
  const auto* reply_up = r.ptr<float>(y - 1);
  const auto* frame_down = f.ptr<float>(y + 1);
  const auto* reply_down = r.ptr<float>(y + 1);
  const double spread2 = step.spread * step.spread;
  RowSums row;
  for (int x = 1; x + 1 < f.cols; ++x) {
    if (!step.is_in(step.level.counts, x, y)) continue;
    const double e = reply[x] - frame[x];
    const double gx = 0.25 * (frame[x + 1] - frame[x - 1] + reply[x + 1] - reply[x - 1]);
    const double gy = 0.25 * (frame_down[x] - frame_up[x] + reply_down[x] - reply_up[x]);
    const double near = spread2 / (spread2 + e * e);
    const double w = near * near;
    const double u = (x - step.frame.middle.x) / step.frame.radius;
    const std::array<double, 3> powers{1, u, u * u};
    for (std::size_t k = 0; k < powers.size(); ++k) {
      row.xx[k] += w * gx * gx * powers[k];
      row.xy[k] += w * gx * gy * powers[k];
      row.yy[k] += w * gy * gy * powers[k];
    }
    for (std::size_t k = 0; k < 2; ++k) {
      row.xe[k] += w * gx * e * powers[k];
      row.ye[k] += w * gy * e * powers[k];
    }
    to.weight += w;
    to.squares += w * e * e;
    to.cost += 1 - near;
    to.count += 1;
  }
  add_row(row, (y - step.frame.middle.y) / step.frame.radius, to);
}

Equations sum(const Step& step) {
  const int rows = step.level.frame.rows;
  std::vector<Equations> parts(static_cast<std::size_t>(rows));
  cv::parallel_for_({1, std::max(1, rows - 1)}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y)
      sum_row(step, y, parts[static_cast<std::size_t>(y)]);
  });
  Equations all;
  for (const Equations& part : parts) {
    all.matrix += part.matrix;
    all.side += part.side;
    all.weight += part.weight;
    all.squares += part.squares;
    all.cost += part.cost;
    all.count += part.count;
  }
  return all;
}

/// The six parameters by those that are free (one column each).
cv::Mat free_parameters(Freedom freedom) {
  const auto mat = [](const auto& values) { return cv::Mat(values, true); };
  if (freedom == Freedom::Affine) return cv::Mat::eye(parameters, parameters, CV_64F);
  if (freedom == Freedom::Shift)
    return mat(cv::Matx<double, parameters, 2>{1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
  return mat(cv::Matx<double, parameters, 4>{1, 0, 0, 0,   //
                                             0, 1, 0, 0,   //
                                             0, 0, 1, 0,   //
                                             0, 0, 0, -1,  //
                                             0, 0, 0, 1,   //
                                             0, 0, 1, 0});
}

Affine to_affine(const cv::Mat& p, const Frame& frame) {
  const auto at = [&](int i) { return p.at<double>(i); };
  const Affine turn{1 + at(2) / frame.radius, at(3) / frame.radius,     0,
                    at(4) / frame.radius,     1 + at(5) / frame.radius, 0};
  // Pixel centres stand half a pixel from the points that an Affine maps.
  const double x = frame.middle.x + 0.5;
  const double y = frame.middle.y + 0.5;
  return compose(shift(x + at(0), y + at(1)), compose(turn, shift(-x, -y)));
}

/// Half of the residuals lie within the median: a spread that edits do not widen. Each
/// counts by its gradient: on a page that is mostly paper the residuals of the paper are
/// small, and by them each line would be an outlier.
double spread_of(const Step& step) {
  constexpr int stride = 3;
  constexpr double largest = 4;
  std::array<double, 1024> weights{};  // by residual, from 0 to the largest
  double all = 0;
  const cv::Mat& f = step.level.frame;
  for (int y = 1; y + 1 < f.rows; y += stride)
    for (int x = 1; x + 1 < f.cols; x += stride) {
      if (!step.is_in(step.level.steady, x, y)) continue;
      const double gx = f.at<float>(y, x + 1) - f.at<float>(y, x - 1);
      const double gy = f.at<float>(y + 1, x) - f.at<float>(y - 1, x);
      const double residual = std::abs(step.laid.at<float>(y, x) - f.at<float>(y, x));
      const double place = std::min(residual / largest, 1.0) * (weights.size() - 1);
      weights[static_cast<std::size_t>(place)] += gx * gx + gy * gy;
      all += gx * gx + gy * gy;
    }
  std::size_t median = 0;
  double sum = weights[0];
  while (sum < all / 2) sum += weights[++median];
  constexpr double deviations_per_median = 1.4826;
  return deviations_per_median * largest * (static_cast<double>(median) + 0.5) / weights.size();
}

/// By how much the worst corner may be off, from the equations at the solution.
double corner_error(const Equations& equations, const cv::Mat& free, const Step& step) {
  // Neighbours' residuals are not independent: a patch of about this many pixels counts as one.
  constexpr double dependent_pixels = 24;
  const cv::Mat matrix = free.t() * cv::Mat(equations.matrix) * free;
  cv::Mat inverse;
  if (cv::invert(matrix, inverse, cv::DECOMP_CHOLESKY) == 0) return unknown_error;
  const cv::Mat covariance = free * inverse * free.t();
  const double variance = equations.squares / std::max(1.0, equations.weight) * dependent_pixels;
  double worst = 0;
  const double u = step.frame.middle.x / step.frame.radius;
  const double v = step.frame.middle.y / step.frame.radius;
  for (const auto& [x, y] : {std::pair{u, v}, {-u, v}, {u, -v}, {-u, -v}}) {
    const cv::Matx<double, 2, parameters> moves{1, 0, x, y, 0, 0, 0, 1, 0, 0, x, y};
    worst = std::max(worst, cv::trace(cv::Mat(moves) * covariance * cv::Mat(moves).t())[0]);
  }
  return std::sqrt(worst * variance);
}

Frame frame_of(cv::Size size) {
  return {{(size.width - 1) / 2.0, (size.height - 1) / 2.0},
          std::hypot(size.width, size.height) / 2};
}

}  // namespace

double mean_cost(const AlignmentLevel& level, const Affine& transform, double spread) {
  const cv::Size size = level.frame.size();
  const Step step{level, transform, laid_on_frame(level.reply, transform, size), frame_of(size),
                  spread};
  const Equations equations = sum(step);
  return equations.count == 0 ? 1 : equations.cost / equations.count;
}

Fit refine(const AlignmentLevel& level, const Affine& start, Freedom freedom, int max_steps,
           double tolerance_px) {
  constexpr double least_spread = 0.15;
  constexpr int settled_steps = 8;  // after them the spread stays, so that the cost can settle too
  const cv::Size size = level.frame.size();
  const cv::Mat free = free_parameters(freedom);
  Fit fit{.transform = start};
  Step step{level, start, {}, frame_of(size)};
  for (int i = 0; i < max_steps; ++i) {
    step.transform = fit.transform;
    step.laid = laid_on_frame(level.reply, fit.transform, size);
    if (i < settled_steps) step.spread = std::max(least_spread, spread_of(step));
    const Equations equations = sum(step);
    if (equations.count < parameters) return fit;
    fit.deviation = std::sqrt(equations.squares / std::max(1e-9, equations.weight));
    fit.spread = step.spread;
    fit.cost = equations.cost / equations.count;
    fit.corner_error = corner_error(equations, free, step);
    cv::Mat solution;
    const cv::Mat matrix = free.t() * cv::Mat(equations.matrix) * free;
    if (!cv::solve(matrix, -free.t() * cv::Mat(equations.side), solution, cv::DECOMP_CHOLESKY))
      return fit;
    const Affine change = to_affine(free * solution, step.frame);
    fit.transform = compose(fit.transform, change);
    if (worst_corner(change, {}, size.width, size.height) < tolerance_px) break;
  }
  return fit;
}

Affine best_shift(const AlignmentLevel& level, const Affine& start, int reach_px) {
  const cv::Mat laid = laid_on_frame(level.reply, start, level.frame.size());
  cv::Mat wide;
  cv::copyMakeBorder(laid, wide, reach_px, reach_px, reach_px, reach_px, cv::BORDER_CONSTANT);
  cv::Mat counts;
  level.counts.convertTo(counts, CV_32F, 1.0 / 255);
  cv::Mat products;
  cv::Mat energy;
  cv::matchTemplate(wide, level.frame.mul(counts), products, cv::TM_CCORR);
  cv::matchTemplate(wide.mul(wide), counts, energy, cv::TM_CCORR);
  const double floor = 0.1 * cv::sum(counts)[0] + 1;
  cv::Mat scores = energy + floor;
  cv::sqrt(scores, scores);
  scores = products / scores;
  cv::Point best;
  cv::minMaxLoc(scores, nullptr, nullptr, nullptr, &best);
  return compose(start, shift(best.x - reach_px, best.y - reach_px));
}

}  // namespace wordbrush::precision
