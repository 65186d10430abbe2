// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/run.h"

#include <algorithm>
#include <utility>

#include "bench/precision/sent.h"
#include "precision/lay.h"

namespace wordbrush::bench {

namespace {

double corner_error_of(const Outcome& outcome) {
  const precision::FramePlan& plan = outcome.plan;
  const auto onto_canvas = inverse(outcome.truth);
  const auto from_frame = precision::shift(plan.frame.x, plan.frame.y);
  return precision::worst_corner(compose(compose(onto_canvas, outcome.placed), from_frame),
                                 from_frame, plan.frame.width, plan.frame.height);
}

/// The target as the model made it: the reply laid by the truth, in the reply's own colors.
pixels::Bitmap answered_target(const Outcome& outcome, const Rect& target) {
  return precision::lay(outcome.reply, compose(outcome.truth, precision::shift(target.x, target.y)),
                        target.width, target.height);
}

}  // namespace

Run run_case(const Case& c, Pictures& pictures) {
  const scenes::Edited wanted = scenes::edited(*c.canvas, c.area, c.edit, c.seed);
  OwnOutcome own = bring_back_own(c, wanted.picture);
  const Truth truth = truth_of(c, wanted, own.outcome.plan.frame);
  Run run{.scene = &c, .report = own.report, .corner_error = corner_error_of(own.outcome)};
  run.patch_seam = seam_of(own.unmasked, c.selection, truth, Unmeasured::LeftOut);
  run.patch_error = mean_distance(answered_target(own.outcome, c.target), own.patch);
  run.patch_change = mean_distance(own.plain, own.patch);
  pictures.box = truth.box;
  pictures.original = c.canvas;
  pictures.reply = own.outcome.reply.clone();
  Outcome outcomes[] = {std::move(own.outcome), paste(c, wanted.picture),
                        pad_crop_mask(c, wanted.picture), feather_lab(c, wanted.picture)};
  for (std::size_t method = 0; method < methods; ++method) {
    run.measures[method] = measure(outcomes[method], truth);
    pictures.flattened[method] = std::move(outcomes[method].picture);
  }
  return run;
}

bool is_as_good(Measure measure, const Run& run, std::size_t method, const Tolerance& tolerance) {
  const Measures& ours = run.measures[0];
  const Measures& theirs = run.measures[method];
  if (measure == Measure::Containment) return ours.outside <= theirs.outside;
  if (run.scene->distortion.redrawn) return true;
  switch (measure) {
    case Measure::Alignment:
      return ours.misplaced <= theirs.misplaced + tolerance.misplaced;
    case Measure::Seam:
      return ours.seam <= std::max(theirs.seam + tolerance.seam, tolerance.faint_seam);
    case Measure::Retention:
      return ours.retention() >= theirs.retention() - tolerance.share;
    case Measure::Containment:
      break;
  }
  return true;
}

}  // namespace wordbrush::bench
