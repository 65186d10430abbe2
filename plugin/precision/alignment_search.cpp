// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/alignment_search.h"

#include <algorithm>
#include <cmath>

namespace wordbrush::precision {

namespace {

// Less than this of the texture is explained by chance.
constexpr double chance_share = 0.3;
// Frame pixels.
constexpr double usual_reach = 26;

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
  if (first.share >= chance_share || levels.size() == 1) return first;
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

}  // namespace

double Alignment::corner_error() const {
  return fit.corner_error * std::max(level->to_frame.xx, level->to_frame.yy);
}

Explained explained_at(const AlignmentLevel& level, const Affine& transform) {
  const cv::Mat laid = laid_on_frame(level.reply, at_level(level, transform), level.frame.size());
  return explained_share(level.frame, laid, level.counts, level.texture);
}

Alignment refined(const AlignmentLevel& level, const Affine& transform, Freedom freedom,
                  int steps) {
  constexpr double tolerance = 0.01;
  return {&level, refine(level, at_level(level, transform), freedom, steps, tolerance), freedom};
}

// The largest is the surest where there is fine detail; in soft pictures it adds only
// noise and blocks of JPEG. As it begins where the smaller one ended, only a clearly
// larger error speaks against it.
Alignment refined_upward(Alignment now, std::span<const AlignmentLevel> larger) {
  constexpr double clearly_larger = 1.1;
  Alignment best = now;
  for (const AlignmentLevel& level : larger) {
    now = refined(level, now.transform(), now.freedom);
    if (now.corner_error() < clearly_larger * best.corner_error()) best = now;
  }
  return best;
}

Alignment coarse_to_fine(std::span<const AlignmentLevel> levels, const Affine& start) {
  const auto small = coarse_of(levels);
  const Coarse coarse = coarsely_aligned(small, start);
  const auto finer = levels.subspan(std::min(small.size(), levels.size() - 1));
  return refined_upward(refined_from(coarse, finer.front()), finer.subspan(1));
}

// Mirrored windows or leaves fit a step aside in part, but mirrored back they fit
// better.
bool is_mirrored(std::span<const AlignmentLevel> levels, const Affine& start, const Affine& found) {
  constexpr double clearly_more = 0.1;
  const auto coarse = coarse_of(levels);
  const AlignmentLevel& level = coarse.back();
  const double width = level.frame.cols * level.to_frame.xx;
  const Affine mirror{-1, 0, width, 0, 1, 0};
  const Affine back = coarsely_aligned(coarse, compose(start, mirror)).transform;
  return explained_at(level, back).share > explained_at(level, found).share + clearly_more;
}

}  // namespace wordbrush::precision
