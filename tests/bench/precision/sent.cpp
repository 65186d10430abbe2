// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/sent.h"

#include <cmath>

#include "precision/model_sizes.h"
#include "precision/resize.h"

namespace wordbrush::bench {

namespace {

/// The nearest ratio, in the smallest tier that is not coarser than the picture.
precision::ModelSize size_for(std::string_view model, int width, int height) {
  const auto off = [&](const precision::ModelSize& size) {
    return std::abs(std::log(static_cast<double>(size.width) / size.height) -
                    std::log(static_cast<double>(width) / height));
  };
  constexpr double nearly = 0.95;
  const auto sizes = precision::sizes_of(model);
  precision::ModelSize best = sizes.front();
  for (const auto& size : sizes) {
    const bool nearer = off(size) < off(best) - 1e-3;
    const bool same = size.ratio == best.ratio && best.width < nearly * width;
    if (nearer || same) best = size;
  }
  return best;
}

}  // namespace

pixels::Bitmap sent_of(const pixels::Bitmap& canvas, const precision::FramePlan& plan) {
  const precision::Padding& p = plan.padding;
  const Rect real{plan.frame.x + p.left, plan.frame.y + p.top, plan.frame.width - p.left - p.right,
                  plan.frame.height - p.top - p.bottom};
  return precision::resize(precision::extend_edges(precision::crop(canvas, real), p),
                           plan.upload_width, plan.upload_height);
}

scenes::Reply answer_of(const Case& c, const pixels::Bitmap& wanted,
                        const precision::FramePlan& plan) {
  scenes::Distortion distortion = c.distortion;
  if (c.answer != Answer::AsSent) {
    const auto size = size_for(c.answered_by, plan.upload_width, plan.upload_height);
    distortion.width = size.width;
    distortion.height = size.height;
  }
  return scenes::distort(sent_of(wanted, plan), distortion, c.seed);
}

precision::Affine to_sent(const precision::FramePlan& plan) {
  return compose(precision::scaling(static_cast<double>(plan.upload_width) / plan.frame.width,
                                    static_cast<double>(plan.upload_height) / plan.frame.height),
                 precision::shift(-plan.frame.x, -plan.frame.y));
}

}  // namespace wordbrush::bench
