// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/methods.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "bench/precision/lab.h"
#include "bench/precision/sent.h"
#include "precision/containment.h"
#include "precision/resize.h"

namespace wordbrush::bench {

namespace {

using pixels::Bitmap;
using pixels::Mask;
using precision::FramePlan;

Rect whole(const Bitmap& canvas) {
  return {0, 0, canvas.width(), canvas.height()};
}

double diagonal(const Rect& r) {
  return std::hypot(r.width, r.height);
}

/// The larger of a tenth of the selection's diagonal and 32 px.
int usual_margin(const Case& c) {
  return std::max(32, static_cast<int>(diagonal(c.target) / 10));
}

/// The selection's bounds with a margin, as far as the canvas goes.
Rect box_of(const Case& c, int margin) {
  const Rect& t = c.target;
  return intersection({t.x - margin, t.y - margin, t.width + 2 * margin, t.height + 2 * margin},
                      whole(*c.canvas));
}

FramePlan plan_of(const Case& c, const Rect& frame, const precision::Padding& padding) {
  return {.frame = frame,
          .target = c.target,
          .padding = padding,
          .upload_width = frame.width,
          .upload_height = frame.height};
}

/// The reply taken for the frame, at the frame's size.
Bitmap stretched(const Outcome& outcome) {
  return precision::resize(outcome.reply, outcome.plan.frame.width, outcome.plan.frame.height);
}

/// Sends the frame and takes the answer for it.
Outcome answered(const Case& c, const Bitmap& wanted, const FramePlan& plan) {
  scenes::Reply reply = answer_of(c, wanted, plan);
  const precision::Affine stretch =
      precision::scaling(static_cast<double>(reply.picture.width()) / plan.upload_width,
                         static_cast<double>(reply.picture.height()) / plan.upload_height);
  return {.placed = compose(stretch, to_sent(plan)),
          .truth = compose(reply.truth, to_sent(plan)),
          .reply = std::move(reply.picture),
          .plan = plan};
}

cv::Mat view(Mask& mask) {
  return {mask.height, mask.width, CV_8UC1, mask.values.data()};
}

Mask only_within(const Mask& mask, const Rect& box) {
  Mask cut(mask.width, mask.height);
  for (int y = box.y; y < box.bottom(); ++y)
    std::copy_n(mask.row(y) + box.x, box.width, cut.row(y) + box.x);
  return cut;
}

/// The smaller growth of one side that gives one of the usual ratios.
precision::Padding padding_to_ratio(const Rect& box) {
  constexpr double ratios[] = {1, 3.0 / 2, 2.0 / 3};
  const double own = static_cast<double>(box.width) / box.height;
  const double ratio =
      *std::ranges::min_element(ratios, {}, [&](double r) { return std::abs(std::log(r / own)); });
  const int more_width = std::max(0, static_cast<int>(std::lround(box.height * ratio)) - box.width);
  const int more_height =
      std::max(0, static_cast<int>(std::lround(box.width / ratio)) - box.height);
  return {.left = more_width / 2,
          .top = more_height / 2,
          .right = more_width - more_width / 2,
          .bottom = more_height - more_height / 2};
}

/// Grown past the selection and smoothed there.
Mask feathered(const Case& c) {
  constexpr int window = 25;
  const int reach = usual_margin(c) - 8;
  Mask mask = c.selection;
  cv::Mat values = view(mask);
  values.setTo(255, values > 0);
  cv::dilate(values, values,
             cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * reach + 1, 2 * reach + 1}));
  cv::GaussianBlur(values, values, {window, window}, 0);
  return mask;
}

/// One channel's mean and deviation.
struct Spread {
  cv::Scalar mean, deviation;
};

Spread spread_of(cv::Mat lab, const cv::Mat& masked_out) {
  lab.setTo(cv::Scalar::all(0), masked_out);
  Spread spread;
  cv::meanStdDev(lab, spread.mean, spread.deviation);
  return spread;
}

void match_lab(Bitmap& picture, const Bitmap& original, const cv::Mat& masked_out) {
  // Without surroundings its formula would paint all black, which nobody ships.
  if (cv::countNonZero(masked_out) == static_cast<int>(masked_out.total())) return;
  cv::Mat lab = lab_of(picture);
  const Spread from = spread_of(lab.clone(), masked_out);
  const Spread to = spread_of(lab_of(original), masked_out);
  std::vector<cv::Mat> channels;
  cv::split(lab, channels);
  for (int c = 0; c < 3; ++c) {
    const double gain = to.deviation[c] / std::max(1e-6, from.deviation[c]);
    cv::Mat& channel = channels[static_cast<std::size_t>(c)];
    channel = (channel - from.mean[c]) * gain + to.mean[c];
  }
  cv::merge(channels, lab);
  set_lab(picture, lab);
}

/// The sides on which a target ends with the canvas.
precision::PictureEnds ends_of(const Case& c) {
  return {c.target.x == 0, c.target.y == 0, c.target.right() == c.canvas->width(),
          c.target.bottom() == c.canvas->height()};
}

/// The part of the canvas's mask that belongs to the target.
Mask on_target(const Mask& mask, const Case& c) {
  Mask part(c.target.width, c.target.height);
  for (int y = 0; y < part.height; ++y)
    std::copy_n(mask.row(y + c.target.y) + c.target.x, part.width, part.row(y));
  return part;
}

Mask on_canvas(const Mask& part, const Case& c) {
  Mask mask(c.canvas->width(), c.canvas->height());
  for (int y = 0; y < part.height; ++y)
    std::copy_n(part.row(y), part.width, mask.row(y + c.target.y) + c.target.x);
  return mask;
}

}  // namespace

Bitmap flattened(const Bitmap& canvas, const Bitmap& layer, int x, int y, const Mask& mask) {
  Bitmap result = canvas.clone();
  const Rect covered = intersection({x, y, layer.width(), layer.height()}, whole(canvas));
  for (int row = covered.y; row < covered.bottom(); ++row)
    for (int column = covered.x; column < covered.right(); ++column) {
      const std::uint8_t* from = layer.row(row - y) + std::ptrdiff_t{column - x} * Bitmap::channels;
      std::uint8_t* to = result.row(row) + std::ptrdiff_t{column} * Bitmap::channels;
      const double alpha = mask.row(row)[column] / 255.0 * from[3] / 255.0;
      for (int c = 0; c < 3; ++c)
        to[c] = static_cast<std::uint8_t>(
            std::lround(std::lerp(double(to[c]), double(from[c]), alpha)));
    }
  return result;
}

OwnOutcome bring_back_own(const Case& c, const Bitmap& wanted) {
  const Bitmap& canvas = *c.canvas;
  const FramePlan plan = *precision::plan_frame({.canvas_width = canvas.width(),
                                                 .canvas_height = canvas.height(),
                                                 .target = c.target,
                                                 .sizes = precision::sizes_of(c.planned_for)});
  Outcome outcome = answered(c, wanted, plan);
  const Bitmap sent = sent_of(canvas, plan);
  const Mask selection = on_target(c.selection, c);
  precision::Patch patch =
      precision::bring_back(outcome.reply.clone(), plan, &sent, {.selection = &selection});
  precision::Patch plain =
      precision::bring_back(outcome.reply.clone(), plan, nullptr,
                            {.align = false, .match_colors = false, .only_changes = false});
  const Mask all = precision::contain(selection, nullptr, 0, 0, ends_of(c));
  const Mask mask =
      patch.change ? precision::contain(selection, &*patch.change, 0, 0, ends_of(c)) : all;
  outcome.alpha = on_canvas(mask, c);
  outcome.picture = flattened(canvas, patch.pixels, c.target.x, c.target.y, outcome.alpha);
  if (patch.report.registration)
    outcome.placed = compose(patch.report.registration->transform, to_sent(plan));
  return {.outcome = std::move(outcome),
          .unmasked = flattened(canvas, patch.pixels, c.target.x, c.target.y, on_canvas(all, c)),
          .report = std::move(patch.report),
          .patch = std::move(patch.pixels),
          .plain = std::move(plain.pixels)};
}

Outcome paste(const Case& c, const Bitmap& wanted) {
  const Rect box = box_of(c, usual_margin(c));
  Outcome outcome = answered(c, wanted, plan_of(c, box, {}));
  outcome.alpha = only_within(Mask(c.canvas->width(), c.canvas->height(), 255), box);
  outcome.picture = flattened(*c.canvas, stretched(outcome), box.x, box.y, outcome.alpha);
  return outcome;
}

Outcome pad_crop_mask(const Case& c, const Bitmap& wanted) {
  constexpr double blur_px = 4;
  const Rect box = box_of(c, usual_margin(c));
  const precision::Padding p = padding_to_ratio(box);
  const Rect padded{box.x - p.left, box.y - p.top, box.width + p.left + p.right,
                    box.height + p.top + p.bottom};
  Outcome outcome = answered(c, wanted, plan_of(c, padded, p));
  const Bitmap cropped =
      precision::crop(stretched(outcome), {p.left, p.top, box.width, box.height});
  outcome.alpha = c.selection;
  cv::GaussianBlur(view(outcome.alpha), view(outcome.alpha), {}, blur_px);
  outcome.alpha = only_within(outcome.alpha, box);
  outcome.picture = flattened(*c.canvas, cropped, box.x, box.y, outcome.alpha);
  return outcome;
}

Outcome feather_lab(const Case& c, const Bitmap& wanted) {
  // Its own rule: room for the whole feather and a little more.
  const Rect box = box_of(c, static_cast<int>(1.06 * usual_margin(c)) + 4);
  Outcome outcome = answered(c, wanted, plan_of(c, box, {}));
  outcome.alpha = only_within(feathered(c), box);
  Bitmap layer = stretched(outcome);
  const cv::Mat masked_out = view(outcome.alpha)(cv::Rect(box.x, box.y, box.width, box.height)) > 0;
  match_lab(layer, precision::crop(*c.canvas, box), masked_out);
  outcome.picture = flattened(*c.canvas, layer, box.x, box.y, outcome.alpha);
  return outcome;
}

}  // namespace wordbrush::bench
