// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/registration.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "precision/alignment_level.h"
#include "precision/alignment_search.h"

namespace wordbrush::precision {

namespace {

constexpr double confidence_floor = 0.3;
constexpr double hardly_less_share = 0.02;
// What was to change must be found mostly unchanged to go by it alone.
constexpr double target_floor = 0.5;
constexpr int least_patches = 12;
// Frame pixels.
constexpr double unnoticed_move = 0.15;
constexpr double doubtful_errors = 2.5;
constexpr double largest_error = 0.4;
// Affine must move a corner and lower the cost by this to be clearly better, and what
// moves one as far is never left out as doubtful.
constexpr double clear_move = 0.4;
constexpr double clear_gain = 0.02;
// Farther than models move pictures, as a share of the longer side.
constexpr double farthest_move = 0.12;

Alignment clearly_better(const Alignment& similarity) {
  constexpr int many_steps = 40;  // as far as one scale may be off
  const AlignmentLevel& level = *similarity.level;
  const Alignment affine = refined(level, similarity.transform(), Freedom::Affine, many_steps);
  const double moved =
      worst_corner(affine.transform(), similarity.transform(), level.frame.cols * level.to_frame.xx,
                   level.frame.rows * level.to_frame.yy);
  const double spread = std::min(similarity.fit.spread, affine.fit.spread);
  const auto cost = [&](const Alignment& a) { return mean_cost(level, a.fit.transform, spread); };
  const bool better = moved > std::max(clear_move, 4 * affine.corner_error()) &&
                      cost(affine) < cost(similarity) * (1 - clear_gain);
  return better ? affine : similarity;
}

/// The same levels, in which the target counts too. How far unchanged pixels differ,
/// still the surroundings say, if there are any.
std::vector<AlignmentLevel> with_target(std::span<const AlignmentLevel> levels,
                                        bool has_surroundings) {
  std::vector<AlignmentLevel> whole(levels.begin(), levels.end());
  for (AlignmentLevel& level : whole) {
    level.counts = level.real;
    if (!has_surroundings) level.steady = level.real;
  }
  return whole;
}

/// What a search has: the levels twice, and where it begins.
struct Search {
  std::span<const AlignmentLevel> levels;  ///< in which the surroundings count
  std::span<const AlignmentLevel> whole;   ///< in which all counts
  Affine start;

  double surroundings_share(const Alignment& a) const {
    return explained_at(levels.back(), a.transform()).share;
  }
};

struct Found {
  Alignment alignment;
  bool is_confirmed = true;
};

/// `near` is what the surroundings led to, in the whole. That is searched on its own too:
/// what leaves less is taken. Surroundings that alone are vague need the whole to come to
/// the same place, or to leave clearly more elsewhere.
Found found_by_whole(const Search& search, const Alignment& near, bool is_vague) {
  constexpr double same_place = 1;  // frame pixels
  constexpr double clearly_less = 0.95;
  const AlignmentLevel& level = search.whole.back();
  const Alignment far = coarse_to_fine(search.whole, search.start);
  const double spread = std::min(near.fit.spread, far.fit.spread);
  const auto cost = [&](const Alignment& a) {
    return mean_cost(level, at_level(level, a.transform()), spread);
  };
  const double share = search.surroundings_share(near);
  const bool is_possible = search.surroundings_share(far) >= share - hardly_less_share;
  const bool is_far = is_possible && cost(far) < cost(near);
  const double apart =
      worst_corner(far.transform(), near.transform(), level.frame.cols * level.to_frame.xx,
                   level.frame.rows * level.to_frame.yy);
  const double less = std::min(cost(far), cost(near)) / std::max(cost(far), cost(near));
  return {is_far ? far : near, !is_vague || apart < same_place || less < clearly_less};
}

/// What the surroundings say, said surer by what did not change of the target.
Found found_by(const Search& search) {
  constexpr int many_steps = 40;
  constexpr double sure = 0.05;  // frame pixels
  const Alignment around = clearly_better(coarse_to_fine(search.levels, search.start));
  const double share = search.surroundings_share(around);
  const auto at = static_cast<std::size_t>(around.level - search.levels.data());
  const Alignment near =
      refined_upward(refined(search.whole[at], around.transform(), around.freedom, many_steps),
                     search.whole.subspan(at + 1));
  const bool holds = search.surroundings_share(near) >= share - hardly_less_share;
  const bool is_vague = around.corner_error() > largest_error;
  if (!holds && !is_vague) return {around};
  if (share >= certain_share && around.corner_error() < sure) return {near};
  return found_by_whole(search, near, is_vague);
}

/// Turn and scale that are hardly more than their own error are none: models often only
/// shift a picture.
Alignment simplest(const Alignment& found, const Affine& start) {
  const AlignmentLevel& level = *found.level;
  const double width = level.frame.cols * level.to_frame.xx;
  const double height = level.frame.rows * level.to_frame.yy;
  const Point middle = apply(found.transform(), {width / 2, height / 2});
  const Point before = apply(start, {width / 2, height / 2});
  Alignment shifted = refined(
      level, compose(shift(middle.x - before.x, middle.y - before.y), start), Freedom::Shift);
  shifted.fit.corner_error = found.fit.corner_error;  // the turn is no surer for being left out
  const double apart =
      worst_corner(compose(inverse(found.transform()), shifted.transform()), {}, width, height);
  return apart < std::min(clear_move, doubtful_errors * found.corner_error()) ? shifted : found;
}

/// By how much less than the start it leaves.
double cost_gain(const Alignment& found, const Affine& start) {
  const auto cost = [&](const Affine& t) {
    return mean_cost(*found.level, at_level(*found.level, t), found.fit.spread);
  };
  return cost(start) - cost(found.transform());
}

/// What there is to judge a fit by; lengths in frame pixels.
struct Evidence {
  double confidence = 0;
  bool mirrored = false;
  bool confirmed = true;  ///< by the surroundings, or by the whole frame
  double gain = 0;        ///< share explained more than by the start
  double cost_gain = 0;   ///< likewise, of the mean robust cost
  double moved = 0;
  double farthest = 0;
  double corner_error = 0;
};

/// Not known to the pixel; but where far more is explained, a far move that is known
/// to a small part of itself is still much better than none.
bool is_vague(const Evidence& e) {
  constexpr double clear_gain_of_share = 0.1;
  constexpr double small_part = 0.05;
  const bool is_worth_it = e.gain > clear_gain_of_share && e.corner_error < small_part * e.moved;
  return e.corner_error > largest_error && !is_worth_it;
}

RegistrationOutcome judged(const Evidence& e) {
  if (e.confidence < confidence_floor || e.mirrored) return RegistrationOutcome::Redrawn;
  if (e.gain < -hardly_less_share || e.cost_gain <= 0) return RegistrationOutcome::AlreadyAligned;
  if (!e.confirmed || e.moved > e.farthest || is_vague(e)) return RegistrationOutcome::Uncertain;
  if (e.moved < std::max(unnoticed_move, doubtful_errors * e.corner_error))
    return RegistrationOutcome::AlreadyAligned;
  return RegistrationOutcome::Aligned;
}

}  // namespace

std::string_view name_of(RegistrationOutcome outcome) {
  switch (outcome) {
    case RegistrationOutcome::Aligned:
      return "aligned";
    case RegistrationOutcome::AlreadyAligned:
      return "already_aligned";
    case RegistrationOutcome::NoTexture:
      return "no_texture";
    case RegistrationOutcome::Redrawn:
      return "redrawn";
    case RegistrationOutcome::Uncertain:
      return "uncertain";
  }
  return "";
}

Registration register_reply(const pixels::Bitmap& frame, const pixels::Bitmap& reply,
                            const RegistrationStart& start) {
  auto outside = make_levels(frame, reply, start);
  // The faint texture of a dark sky counts only where there is no other.
  const bool is_faint =
      explained_at(with_target(outside, true).back(), start.start).patches < least_patches;
  if (is_faint)
    for (AlignmentLevel& level : outside) level.texture = Texture::Faint;
  const bool has_surroundings = explained_at(outside.back(), start.start).patches >= least_patches;
  const auto whole = with_target(outside, has_surroundings);
  const auto& levels = has_surroundings ? outside : whole;
  Registration result{.transform = start.start};
  const Explained before = explained_at(levels.back(), start.start);
  if (before.patches < least_patches) return result;

  Found found = found_by({levels, whole, start.start});
  if (!start.is_turned) found.alignment = simplest(found.alignment, start.start);
  const Affine transform = found.alignment.transform();
  const Explained after = explained_at(levels.back(), transform);
  const Affine in_frame = compose(inverse(start.start), transform);
  const double moved = worst_corner(in_frame, {}, frame.width(), frame.height());
  result.confidence = std::max(before.share, after.share);
  result.corner_error = found.alignment.corner_error();
  // Nor does what noise and JPEG leave fit by chance in most places.
  if ((is_faint || !has_surroundings) && result.confidence < target_floor) return result;
  const bool doubtful = result.confidence < certain_share;
  result.outcome = judged({.confidence = result.confidence,
                           .mirrored = doubtful && is_mirrored(whole, start.start, transform),
                           .confirmed = found.is_confirmed,
                           .gain = after.share - before.share,
                           .cost_gain = cost_gain(found.alignment, start.start),
                           .moved = moved,
                           .farthest = farthest_move * std::max(frame.width(), frame.height()),
                           .corner_error = result.corner_error});
  result.used = result.outcome == RegistrationOutcome::Aligned;
  if (result.used) result.transform = transform;
  return result;
}

}  // namespace wordbrush::precision
