// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/bring_back.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "precision/clipping.h"
#include "precision/lay.h"
#include "precision/levels.h"
#include "precision/resize.h"

namespace wordbrush::precision {

namespace {

constexpr double same_ratio = 0.02;
// Colours and changes are judged at this size: finer adds noise and time.
constexpr int judged_side = 1024;
constexpr double nearly_full_density = 0.95;

Affine upload_to_reply(Placement placement, const FramePlan& plan, const pixels::Bitmap& reply) {
  const double x = static_cast<double>(reply.width()) / plan.upload_width;
  const double y = static_cast<double>(reply.height()) / plan.upload_height;
  if (placement == Placement::Frame || placement == Placement::Stretch) return scaling(x, y);
  const double scale = placement == Placement::Letterbox ? std::min(x, y) : std::max(x, y);
  return {scale, 0,     (reply.width() - scale * plan.upload_width) / 2,
          0,     scale, (reply.height() - scale * plan.upload_height) / 2};
}

Affine canvas_to_upload(const FramePlan& plan) {
  return compose(scaling(static_cast<double>(plan.upload_width) / plan.frame.width,
                         static_cast<double>(plan.upload_height) / plan.frame.height),
                 shift(-plan.frame.x, -plan.frame.y));
}

/// A rectangle of the canvas, in a picture that shows the whole frame.
Rect in_frame(const Rect& r, const FramePlan& plan, int width, int height) {
  const double x_scale = static_cast<double>(width) / plan.frame.width;
  const double y_scale = static_cast<double>(height) / plan.frame.height;
  const auto x = static_cast<int>(std::floor((r.x - plan.frame.x) * x_scale));
  const auto y = static_cast<int>(std::floor((r.y - plan.frame.y) * y_scale));
  const auto right = static_cast<int>(std::ceil((r.right() - plan.frame.x) * x_scale));
  const auto bottom = static_cast<int>(std::ceil((r.bottom() - plan.frame.y) * y_scale));
  return intersection({x, y, right - x, bottom - y}, {0, 0, width, height});
}

/// The frame without its padding, in canvas pixels.
Rect real_part(const FramePlan& plan) {
  const Padding& p = plan.padding;
  return {plan.frame.x + p.left, plan.frame.y + p.top, plan.frame.width - p.left - p.right,
          plan.frame.height - p.top - p.bottom};
}

struct Place {
  Placement placement = Placement::Frame;
  Affine transform;  // from upload to reply
  std::optional<Registration> registration;
};

bool holds(const Registration& registration) {
  return registration.outcome == RegistrationOutcome::Aligned ||
         registration.outcome == RegistrationOutcome::AlreadyAligned;
}

Place registered(Placement placement, const pixels::Bitmap& reply, const FramePlan& plan,
                 const pixels::Bitmap& sent) {
  const Rect target = in_frame(plan.target, plan, sent.width(), sent.height());
  const Rect real = in_frame(real_part(plan), plan, sent.width(), sent.height());
  const Registration found =
      register_reply(sent, reply, {target, real, upload_to_reply(placement, plan, reply)});
  return {placement, found.transform, found};
}

/// Of two places that explain as much, the one where nothing had to be moved: smooth
/// pictures fit elsewhere too.
bool is_better(const Registration& other, const Registration& best) {
  constexpr double clearly_more = 0.02;
  if (!holds(other) || !holds(best)) return holds(other);
  const double more = other.confidence - best.confidence;
  if (std::abs(more) > clearly_more) return more > 0;
  const auto came_right = [](const Registration& r) {
    return r.outcome == RegistrationOutcome::AlreadyAligned;
  };
  return came_right(other) == came_right(best) ? more > 0 : came_right(other);
}

/// A reply of another ratio lies as it explains most of the frame. One that
/// explains nothing fills the frame from its middle, undistorted.
Place place(const pixels::Bitmap& reply, const FramePlan& plan, const pixels::Bitmap* sent) {
  const double frame_ratio = static_cast<double>(plan.upload_width) / plan.upload_height;
  const double reply_ratio = static_cast<double>(reply.width()) / reply.height();
  const bool is_frame = std::abs(std::log(reply_ratio / frame_ratio)) <= same_ratio;
  const Placement usual = is_frame ? Placement::Frame : Placement::Letterbox;
  if (sent == nullptr) return {usual, upload_to_reply(usual, plan, reply), {}};
  Place best = registered(usual, reply, plan, *sent);
  if (is_frame) return best;
  for (const Placement placement : {Placement::Crop, Placement::Stretch}) {
    Place other = registered(placement, reply, plan, *sent);
    if (is_better(*other.registration, *best.registration)) best = other;
  }
  return best;
}

/// The frame and the reply on it, as large as they are judged.
struct Comparison {
  pixels::Bitmap frame;
  pixels::Bitmap laid;
  // 255 where both pictures are real and mostly opaque, 0 elsewhere. What lies within a
  // few pixels of the target belongs to it: an edit may reach past its edge.
  pixels::Mask surroundings;  // beyond the target
  pixels::Mask within;        // the target and those few pixels
  Rect target;
};

Comparison compare(const pixels::Bitmap& reply, const FramePlan& plan, const pixels::Bitmap& sent,
                   const Affine& transform) {
  const double scale =
      std::min(1.0, static_cast<double>(judged_side) / std::max(sent.width(), sent.height()));
  const auto side = [&](int pixels) {
    return std::max(1, static_cast<int>(std::lround(pixels * scale)));
  };
  Comparison c;
  c.frame = resize(sent, side(sent.width()), side(sent.height()));
  const int width = c.frame.width();
  const int height = c.frame.height();
  const Affine enlarge = scaling(static_cast<double>(sent.width()) / width,
                                 static_cast<double>(sent.height()) / height);
  c.laid = lay(reply, compose(transform, enlarge), width, height);
  c.target = in_frame(plan.target, plan, width, height);
  c.surroundings = pixels::Mask(width, height);
  c.within = pixels::Mask(width, height);
  const Rect real = in_frame(real_part(plan), plan, width, height);
  const int margin = 2 + std::max(width, height) / 128;
  for (int y = real.y; y < real.bottom(); ++y)
    for (int x = real.x; x < real.right(); ++x) {
      const bool near_target = x >= c.target.x - margin && x < c.target.right() + margin &&
                               y >= c.target.y - margin && y < c.target.bottom() + margin;
      const int alpha = x * pixels::Bitmap::channels + 3;
      const bool visible =
          c.frame.row(y)[alpha] >= mostly_opaque && c.laid.row(y)[alpha] >= mostly_opaque;
      if (visible) (near_target ? c.within : c.surroundings).row(y)[x] = full_level;
    }
  return c;
}

/// Gives the reply on the frame the frame's colors.
void match_laid(Comparison& c, const ColorMatch& match) {
  if (!match.used()) return;
  const pixels::Bitmap before = c.laid.clone();
  recolor(c.laid, match, {});
  undo_clipping(c.laid, before, c.frame, match);
}

Affine target_to_upload(const FramePlan& plan) {
  return compose(canvas_to_upload(plan), shift(plan.target.x, plan.target.y));
}

pixels::Bitmap target_pixels(pixels::Bitmap reply, const FramePlan& plan,
                             const Affine& upload_to_reply) {
  const Affine from_target = compose(upload_to_reply, target_to_upload(plan));
  const bool as_it_is = from_target == Affine{} && reply.width() == plan.target.width &&
                        reply.height() == plan.target.height;
  if (as_it_is) return reply;
  return lay(reply, from_target, plan.target.width, plan.target.height);
}

FramePart target_part(const FramePlan& plan) {
  const double width = plan.frame.width;
  const double height = plan.frame.height;
  return {(plan.target.x - plan.frame.x) / width, (plan.target.y - plan.frame.y) / height,
          plan.target.width / width, plan.target.height / height};
}

/// The mask of changes, if it is of use; tells in the report what was found.
std::optional<pixels::Mask> changes_of(const Comparison& c, const FramePlan& plan,
                                       const BringBackOptions& options, BringBackReport& report) {
  const Affine shrink = scaling(static_cast<double>(c.frame.width()) / plan.upload_width,
                                static_cast<double>(c.frame.height()) / plan.upload_height);
  const Affine from_target = compose(shrink, target_to_upload(plan));
  pixels::Mask selection;
  if (options.selection != nullptr)
    selection = lay(*options.selection, inverse(from_target), c.frame.width(), c.frame.height());
  const ChangeMask found = find_changes(c.frame, c.laid,
                                        {.target = c.target,
                                         .counts = &c.surroundings,
                                         .sensitivity = options.sensitivity,
                                         .selection = selection.empty() ? nullptr : &selection});
  report.changed_share = found.changed_share;
  report.plain_share = found.plain_share;
  // Other light changes all there is, though little of what is dark shows it.
  const bool is_relit = report.colors && report.colors->outcome == ColorOutcome::Relight;
  if (is_relit || found.outcome == ChangeOutcome::MostlyChanged) {
    report.warnings.push_back(Warning::MostlyChanged);
    return {};
  }
  if (found.outcome == ChangeOutcome::Nothing) report.warnings.push_back(Warning::NothingChanged);
  return lay(found.mask, from_target, plan.target.width, plan.target.height);
}

bool covers(const Affine& upload_to_reply, const FramePlan& plan, const pixels::Bitmap& reply) {
  const Affine from_target = compose(upload_to_reply, target_to_upload(plan));
  const double right = plan.target.width;
  const double bottom = plan.target.height;
  const Point corners[] = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
  return std::ranges::all_of(corners, [&](Point corner) {
    const Point p = apply(from_target, corner);
    return p.x >= -1 && p.y >= -1 && p.x <= reply.width() + 1 && p.y <= reply.height() + 1;
  });
}

BringBackReport report_of(const Place& place, const FramePlan& plan, const pixels::Bitmap& reply) {
  const Affine& t = place.transform;
  BringBackReport report{.reply_width = reply.width(),
                         .reply_height = reply.height(),
                         .placement = place.placement,
                         .density = std::sqrt(std::abs(t.xx * t.yy - t.xy * t.yx)) * plan.scale,
                         .registration = place.registration};
  const auto warn = [&](bool applies, Warning warning) {
    if (applies) report.warnings.push_back(warning);
  };
  const auto ended = [&](RegistrationOutcome outcome) {
    return place.registration && place.registration->outcome == outcome;
  };
  warn(ended(RegistrationOutcome::Redrawn), Warning::Redrawn);
  warn(ended(RegistrationOutcome::Uncertain), Warning::UncertainPlace);
  warn(place.placement != Placement::Frame, Warning::OtherRatio);
  warn(!covers(t, plan, reply), Warning::PartlyCovered);
  warn(report.density < nearly_full_density, Warning::Coarse);
  return report;
}

bool says_no(const ColorMatch& match) {
  return match.outcome == ColorOutcome::TooFewUnchanged || match.outcome == ColorOutcome::Relight;
}

}  // namespace

std::string_view name_of(Placement placement) {
  switch (placement) {
    case Placement::Frame:
      return "frame";
    case Placement::Letterbox:
      return "letterbox";
    case Placement::Crop:
      return "crop";
    case Placement::Stretch:
      return "stretch";
  }
  return "";
}

std::string_view name_of(Warning warning) {
  switch (warning) {
    case Warning::Redrawn:
      return "redrawn";
    case Warning::UncertainPlace:
      return "uncertain_place";
    case Warning::OtherRatio:
      return "other_ratio";
    case Warning::PartlyCovered:
      return "partly_covered";
    case Warning::ColorsNotMatched:
      return "colors_not_matched";
    case Warning::NothingChanged:
      return "nothing_changed";
    case Warning::MostlyChanged:
      return "mostly_changed";
    case Warning::Coarse:
      return "coarse";
  }
  return "";
}

Patch bring_back(pixels::Bitmap reply, const FramePlan& plan, const pixels::Bitmap* sent,
                 const BringBackOptions& options) {
  const Place found = place(reply, plan, options.align ? sent : nullptr);
  Patch patch{.report = report_of(found, plan, reply)};
  BringBackReport& report = patch.report;
  const bool redrawn =
      found.registration && found.registration->outcome == RegistrationOutcome::Redrawn;
  // What was redrawn has no pixel of the frame's to compare with.
  if (sent != nullptr && !redrawn && (options.match_colors || options.only_changes)) {
    Comparison comparison = compare(reply, plan, *sent, found.transform);
    if (options.match_colors) {
      report.colors = match_colors(comparison.frame, comparison.laid,
                                   {comparison.surroundings, &comparison.within});
      if (says_no(*report.colors)) report.warnings.push_back(Warning::ColorsNotMatched);
      match_laid(comparison, *report.colors);
    }
    if (options.only_changes) patch.change = changes_of(comparison, plan, options, report);
  }
  patch.pixels = target_pixels(std::move(reply), plan, found.transform);
  if (report.colors) recolor(patch.pixels, *report.colors, target_part(plan));
  return patch;
}

}  // namespace wordbrush::precision
