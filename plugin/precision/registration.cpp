// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/registration.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "precision/alignment_level.h"
#include "precision/alignment_step.h"
#include "precision/explained_share.h"

namespace wordbrush::precision {

namespace {

constexpr double confidence_floor = 0.3;
// So much of a frame is in no reply by chance.
constexpr double certain_share = 0.9;
constexpr int least_patches = 12;
// Frame pixels.
constexpr double usual_reach = 26;
constexpr double unnoticed_move = 0.15;
constexpr double doubtful_errors = 2.5;
constexpr double largest_error = 0.4;
// Affine must move a corner and lower the cost by this to be clearly better.
constexpr double clear_move = 0.4;
constexpr double clear_gain = 0.02;
// Farther than models move pictures, as a share of the longer side.
constexpr double farthest_move = 0.12;

/// In frame pixels.
double farther_reach(const AlignmentLevel& level) {
  const cv::Size size = level.frame.size();
  return std::max(usual_reach, 0.06 * std::max(size.width, size.height) * level.to_frame.xx);
}

/// `reach`, in frame pixels, at the level; never so far that little is left to compare.
int reach_at(const AlignmentLevel& level, double reach) {
  const cv::Size size = level.frame.size();
  const double most = 0.25 * std::min(size.width, size.height);
  return static_cast<int>(std::ceil(std::min(reach / level.to_frame.xx, most)));
}

/// Pixels of the frame for one of the level's.
double frame_pixels(const AlignmentLevel& level) {
  return std::max(level.to_frame.xx, level.to_frame.yy);
}

struct Alignment {
  const AlignmentLevel* level = nullptr;
  Fit fit;

  /// In frame pixels.
  double corner_error() const { return fit.corner_error * frame_pixels(*level); }
  /// From frame to reply.
  Affine transform() const { return at_full_size(*level, fit.transform); }
};

Explained explained_at(const AlignmentLevel& level, const Affine& transform) {
  const cv::Mat laid = laid_on_frame(level.reply, at_level(level, transform), level.frame.size());
  return explained_share(level.frame, laid, level.counts);
}

Alignment refined(const AlignmentLevel& level, const Affine& transform, Freedom freedom,
                  int steps = 12) {
  constexpr double tolerance = 0.01;
  return {&level, refine(level, at_level(level, transform), freedom, steps, tolerance)};
}

struct Coarse {
  Affine transform;
  Affine moved;       ///< before its turn and scale were sought
  double share = -1;  ///< of the texture that it explains
};

/// Windows, waves and lines of a drawing fit again a step aside: so the search, by
/// whole shifts on `level`, starts in several ways, and what explains most wins, the
/// least move first.
Coarse searched(std::span<const AlignmentLevel> levels, const AlignmentLevel& level,
                const Affine& start) {
  constexpr double clearly_more = 0.02;
  const Affine begin = at_level(level, start);
  Coarse best;
  for (const double reach : {0.0, usual_reach, farther_reach(level)}) {
    const int pixels = reach_at(level, reach);
    Affine transform = at_full_size(level, best_shift(level, begin, pixels));
    const Affine moved = refined(level, transform, Freedom::Shift).transform();
    transform = moved;
    for (const AlignmentLevel& finer : levels)
      transform = refined(finer, transform, Freedom::Similarity).transform();
    const double share = explained_at(levels.back(), transform).share;
    if (share >= best.share + clearly_more) best = {transform, moved, share};
  }
  return best;
}

/// The small levels' transform. Fine texture is lost on the smallest level; where
/// that found nothing, the next one may.
Coarse coarsely_aligned(std::span<const AlignmentLevel> levels, const Affine& start) {
  const Coarse first = searched(levels, levels.front(), start);
  if (first.share >= confidence_floor || levels.size() == 1) return first;
  const Coarse second = searched(levels.last(1), levels.back(), start);
  return second.share > first.share ? second : first;
}

/// A large change draws turn and scale away on the small levels, whose few pixels it
/// outnumbers. Where these leave a doubt, it is tried from the shift alone too, and what
/// leaves less is taken.
Alignment refined_from(const Coarse& coarse, const AlignmentLevel& level) {
  constexpr int many_steps = 40;  // as far as the scale may be off
  const Alignment usual = refined(level, coarse.transform, Freedom::Similarity);
  if (coarse.share >= certain_share) return usual;
  const Alignment other = refined(level, coarse.moved, Freedom::Similarity, many_steps);
  const double spread = std::min(usual.fit.spread, other.fit.spread);
  const auto cost = [&](const Alignment& a) { return mean_cost(level, a.fit.transform, spread); };
  return cost(other) < cost(usual) ? other : usual;
}

/// The small levels, on which the search begins.
std::span<const AlignmentLevel> coarse_of(std::span<const AlignmentLevel> levels) {
  constexpr std::size_t coarse_levels = 2;
  return levels.first(std::min(coarse_levels, levels.size()));
}

/// Mirrored windows or leaves fit a step aside in part, but mirrored back they fit
/// better.
bool is_mirrored(std::span<const AlignmentLevel> levels, const Affine& start, const Affine& found) {
  constexpr double clearly_more = 0.1;
  const auto coarse = coarse_of(levels);
  const AlignmentLevel& level = coarse.back();
  const double width = level.frame.cols * level.to_frame.xx;
  const Affine mirror{-1, 0, width, 0, 1, 0};
  const Affine back = coarsely_aligned(coarse, compose(start, mirror)).transform;
  return explained_at(level, back).share > explained_at(level, found).share + clearly_more;
}

/// From the smallest level up. The largest is the surest where there is fine
/// detail; in soft pictures it adds only noise and blocks of JPEG. As it began where
/// the smaller one ended, only a clearly larger error speaks against it.
Alignment coarse_to_fine(std::span<const AlignmentLevel> levels, const Affine& start) {
  constexpr double clearly_larger = 1.1;
  const auto small = coarse_of(levels);
  const Coarse coarse = coarsely_aligned(small, start);
  const auto finer = levels.subspan(std::min(small.size(), levels.size() - 1));
  Alignment now = refined_from(coarse, finer.front());
  Alignment best = now;
  for (const AlignmentLevel& level : finer.subspan(1)) {
    now = refined(level, now.transform(), Freedom::Similarity);
    if (now.corner_error() < clearly_larger * best.corner_error()) best = now;
  }
  return best;
}

Alignment clearly_better(const Alignment& similarity) {
  constexpr int steps = 8;
  constexpr int many_steps = 40;  // as far as one scale may be off
  const AlignmentLevel& level = *similarity.level;
  const Affine& start = similarity.fit.transform;
  const Alignment affine{&level, refine(level, start, Freedom::Affine, steps, 0.01)};
  const cv::Size size = level.frame.size();
  const double moved =
      worst_corner(affine.fit.transform, start, size.width, size.height) * frame_pixels(level);
  const bool better = moved > std::max(clear_move, 4 * affine.corner_error()) &&
                      affine.fit.cost < similarity.fit.cost * (1 - clear_gain);
  return better ? refined(level, affine.transform(), Freedom::Affine, many_steps) : similarity;
}

/// What there is to judge a fit by; lengths in frame pixels.
struct Evidence {
  double confidence = 0;
  bool mirrored = false;
  double gain = 0;  ///< share explained more than by the start
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
  if (e.gain < 0) return RegistrationOutcome::AlreadyAligned;
  if (e.moved > e.farthest || is_vague(e)) return RegistrationOutcome::Uncertain;
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
  const auto levels = make_levels(frame, reply, start);
  Registration result{.transform = start.start};
  const Explained before = explained_at(levels.back(), start.start);
  if (before.patches < least_patches) return result;

  const Alignment found = clearly_better(coarse_to_fine(levels, start.start));
  const Affine transform = found.transform();
  const Explained after = explained_at(levels.back(), transform);
  const Affine in_frame = compose(inverse(start.start), transform);
  const double moved = worst_corner(in_frame, {}, frame.width(), frame.height());
  result.confidence = std::max(before.share, after.share);
  result.corner_error = found.corner_error();
  const bool doubtful = result.confidence < certain_share;
  result.outcome = judged({.confidence = result.confidence,
                           .mirrored = doubtful && is_mirrored(levels, start.start, transform),
                           .gain = after.share - before.share,
                           .moved = moved,
                           .farthest = farthest_move * std::max(frame.width(), frame.height()),
                           .corner_error = result.corner_error});
  result.used = result.outcome == RegistrationOutcome::Aligned;
  if (result.used) result.transform = transform;
  return result;
}

}  // namespace wordbrush::precision
