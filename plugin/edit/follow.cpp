// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/follow.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "edit/free_turn.h"
#include "edit/overview.h"
#include "precision/locate.h"
#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

constexpr int witness_side = 256;
/// Correlations of details. Pictures that have nothing in common stay below 0.4.
constexpr double seen_score = 0.65;
constexpr double plainly_seen_score = 0.98;
constexpr int searched_side = 1024;
/// Less of a witness could be found anywhere.
constexpr int least_side = 12;

Rect whole_canvas(int width, int height) {
  return {0, 0, width, height};
}

/// How much the pixels look like the witness where `movement` has it.
double score_of(host::Canvas& canvas, const host::Source& now, const Witness& witness,
                const Movement& movement) {
  constexpr int largest_side = 8 * witness_side;
  const Rect place = follow(movement, witness.place);
  if (place.width > largest_side || place.height > largest_side) return 0;
  const auto found = canvas.read(now, place);
  if (!found) return 0;
  const auto turned = pixels::oriented(witness.pixels, movement.orientation);
  return precision::locate(precision::resize(turned, place.width, place.height), *found).score;
}

/// Nothing can be found by it.
bool is_plain(const Witness& witness) {
  return precision::locate(witness.pixels, witness.pixels).score == 0;
}

struct Guess {
  Movement movement;
  double score = 0;
};

Guess best_of(host::Canvas& canvas, const host::Source& now, const Witness& witness,
              const std::vector<Movement>& movements) {
  Guess best{.movement = movements.front()};
  for (const Movement& movement : movements) {
    const double score = score_of(canvas, now, witness, movement);
    if (score > best.score) best = {movement, score};
    if (best.score >= plainly_seen_score) break;
  }
  return best.score >= seen_score ? best : Guess{.movement = movements.front()};
}

/// Where in `area` the witness lies, to the pixel, once it was found small.
Guess refine(host::Canvas& canvas, const host::Source& now, const Witness& witness, Rect near,
             const Rect& area, int slack) {
  near = intersection(
      {near.x - slack, near.y - slack, near.width + (2 * slack), near.height + (2 * slack)}, area);
  if (near.width < witness.place.width || near.height < witness.place.height) return {};
  const auto around = canvas.read(now, near);
  if (!around) return {};
  const auto found = precision::locate(witness.pixels, *around);
  const Rect place{near.x + found.x, near.y + found.y, witness.place.width, witness.place.height};
  return {{witness.place, place, {}}, found.score};
}

/// What was cropped lies anywhere.
Guess search(host::Canvas& canvas, const host::Source& now, const Witness& witness,
             const Rect& area) {
  const double scale =
      std::min(1.0, static_cast<double>(searched_side) / std::max(area.width, area.height));
  const auto scaled = [&](int side) { return static_cast<int>(std::lround(side * scale)); };
  const Rect& place = witness.place;
  const bool is_too_small =
      scaled(std::min(place.width, place.height)) < std::min(least_side, place.width);
  if (is_too_small || place.width > area.width || place.height > area.height) return {};
  const auto picture = read_small(canvas, now, area, scaled(area.width), scaled(area.height));
  if (!picture) return {};
  const auto part =
      precision::resize(witness.pixels, std::min(scaled(place.width), picture->width()),
                        std::min(scaled(place.height), picture->height()));
  const auto found = precision::locate(part, *picture);
  const Rect near{area.x + static_cast<int>(std::lround(found.x / scale)),
                  area.y + static_cast<int>(std::lround(found.y / scale)), place.width,
                  place.height};
  const int slack = static_cast<int>(std::ceil(2 / scale)) + 1;
  return refine(canvas, now, witness, near, area, slack);
}

/// A turn by little looks much like none.
bool may_be_turned(const Guess& guess, bool is_still) {
  return guess.score == 0 || (!is_still && guess.score < plainly_seen_score);
}

}  // namespace

std::optional<Whereabouts> find_again(host::Canvas& canvas, const host::Source& source,
                                      const Witness& witness) {
  const auto standing = canvas.look_again(source);
  if (!standing) return {};
  host::Source now = source;
  const Rect old_canvas = whole_canvas(source.canvas_width, source.canvas_height);
  const Rect new_canvas = whole_canvas(standing->canvas_width, standing->canvas_height);
  const bool has_layer = standing->layer && source.area != host::Area::Visible;
  if (!has_layer) now.area = host::Area::Visible;
  const Geometry before{old_canvas.width, old_canvas.height,
                        has_layer ? source.extents : old_canvas};
  const Geometry after{new_canvas.width, new_canvas.height,
                       has_layer ? *standing->layer : new_canvas};
  const bool is_still = before == after;

  const auto movements = possible_movements(before, after);
  std::optional<FreeTurn> turn;
  Guess guess{.movement = movements.front()};
  if (!is_plain(witness)) {
    guess = best_of(canvas, now, witness, movements);
    if (guess.score < plainly_seen_score && !is_still) {
      const Guess found = search(canvas, now, witness, after.layer);
      if (found.score >= std::max(seen_score, guess.score)) guess = found;
    }
    if (may_be_turned(guess, is_still)) {
      turn = find_turned(canvas, now, witness, {before.layer, after.layer, guess.score == 0});
      if (turn && turn->score <= guess.score) turn.reset();
    }
  }
  return Whereabouts{.movement = guess.movement,
                     .turn = turn.transform([](const FreeTurn& t) { return t.transform; }),
                     .is_sure = is_still || turn || guess.score > 0,
                     .canvas_width = new_canvas.width,
                     .canvas_height = new_canvas.height};
}

void follow(const Whereabouts& found, host::NewLayer& layer) {
  if (found.turn)
    follow(*found.turn, layer);
  else
    follow(found.movement, layer);
}

std::optional<Warning> warning_of(const Whereabouts& found, const Rect& place) {
  if (intersection(place, whole_canvas(found.canvas_width, found.canvas_height)).empty())
    return Warning{"outside_canvas",
                   _("What was edited is no longer on the canvas, so the result lies outside of "
                     "it. Image > Fit Canvas to Layers shows it.")};
  if (found.is_sure) return {};
  return Warning{"layer_changed",
                 _("The layer was changed meanwhile, so the result may not lie over what it was "
                   "made from.")};
}

}  // namespace wordbrush::edit
