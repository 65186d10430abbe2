// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/free_turn.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <utility>

#include "edit/overview.h"
#include "precision/locate_turned.h"

namespace wordbrush::edit {

namespace {

using precision::Affine;
using precision::Point;

/// Of a small witness less is known, so where the search begins it keeps that many pixels.
constexpr int least_witness_side = 48;
/// Of the picture that is searched as a whole: larger would take seconds.
constexpr int largest_searched_side = 640;
/// So many guesses: the best of the small picture may mislead, and a rival shows itself.
constexpr std::size_t looked_at_closely = 3;
/// What the middle of a turned layer may be off, in pixels: its bounds are whole ones.
constexpr double rounding = 2.5;

/// A guess: turned by `angle` about its middle, the witness lies about `middle`.
struct TurnGuess {
  double angle = 0;
  Point middle;  ///< canvas pixels, as it is
  double score = 0;
};

Point middle_of(const Rect& r) {
  return {r.x + (r.width / 2.0), r.y + (r.height / 2.0)};
}

Affine about(Point from, double angle, Point to) {
  return compose(precision::shift(to.x, to.y),
                 compose(precision::turning(angle), precision::shift(-from.x, -from.y)));
}

Rect around(Point middle, double reach) {
  const auto x = static_cast<int>(std::floor(middle.x - reach));
  const auto y = static_cast<int>(std::floor(middle.y - reach));
  const auto side = static_cast<int>(std::ceil(2 * reach)) + 1;
  return {x, y, side, side};
}

class Search {
 public:
  Search(host::Canvas& canvas, const host::Source& source, const Witness& witness,
         const TurnSearch& search)
      : canvas_(canvas), source_(source), witness_(witness), search_(search) {
    const int side = std::min(witness.place.width, witness.place.height);
    while (side / (2 * shrink_) >= least_witness_side) shrink_ *= 2;
  }

  std::optional<FreeTurn> run() {
    std::vector<FreeTurn> turns = aligned(guesses_by_size());
    std::erase_if(turns, [&](const FreeTurn& turn) { return !is_by_size(turn); });
    if (!turns.empty()) return the_one_of(turns);
    if (!search_.anywhere || precision::repeats(witness_.pixels)) return {};
    const auto found = the_one_of(aligned(guesses_anywhere()));
    return found && is_alone(*found) ? found : std::nullopt;
  }

 private:
  double step() const { return precision::turning_step(witness_.pixels, shrink_); }

  std::vector<TurnGuess> guesses_by_size() {
    // The way from the layer's middle to the witness turns along: the longer, the more.
    const double way = std::hypot(middle_of(witness_.place).x - middle_of(search_.before).x,
                                  middle_of(witness_.place).y - middle_of(search_.before).y);
    const double apart = std::min(step() / 2, 2 * shrink_ / std::max(1.0, way));
    std::vector<TurnGuess> found;
    for (const double angle : possible_turns(search_.before, search_.now, apart)) {
      const Point there = apply(turned_by(angle), middle_of(witness_.place));
      look(seen_around(there, angle, (apart * way) + (2 * shrink_)), {&angle, 1}, shrink_, found);
    }
    return found;
  }

  std::vector<TurnGuess> guesses_anywhere() {
    std::vector<TurnGuess> found;
    const int side = std::max(search_.now.width, search_.now.height);
    if (side / shrink_ > largest_searched_side) return found;
    std::vector<double> angles(static_cast<std::size_t>(2 * std::numbers::pi / step()) + 1);
    for (std::size_t i = 0; i < angles.size(); ++i)
      angles[i] =
          2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(angles.size());
    look(search_.now, angles, shrink_, found);
    return found;
  }

  bool is_same_angle(double a, double b) const {
    return std::abs(std::remainder(a - b, 2 * std::numbers::pi)) < 2 * step();
  }

  /// The best guesses of different angles, aligned.
  std::vector<FreeTurn> aligned(std::vector<TurnGuess> guesses) {
    std::ranges::sort(guesses, std::ranges::greater{}, &TurnGuess::score);
    std::vector<double> angles;
    std::vector<FreeTurn> turns;
    for (const TurnGuess& guess : guesses) {
      const auto is_same = [&](double angle) { return is_same_angle(angle, guess.angle); };
      if (std::ranges::any_of(angles, is_same)) continue;
      if (angles.size() == looked_at_closely) break;
      angles.push_back(guess.angle);
      if (const auto turn = align(refined(guess))) turns.push_back(*turn);
    }
    return turns;
  }

  /// The best; none where one that is as good says otherwise.
  std::optional<FreeTurn> the_one_of(const std::vector<FreeTurn>& turns) const {
    constexpr double as_good = 0.05;
    constexpr double other_place = 4;  // pixels
    const auto best = std::ranges::max_element(turns, {}, &FreeTurn::score);
    if (best == turns.end()) return {};
    const Affine from_place = precision::shift(witness_.place.x, witness_.place.y);
    const auto is_rival = [&](const FreeTurn& turn) {
      return turn.score > best->score - as_good &&
             worst_corner(compose(turn.transform, from_place), compose(best->transform, from_place),
                          witness_.place.width, witness_.place.height) > other_place;
    };
    return std::ranges::any_of(turns, is_rival) ? std::nullopt : std::optional(*best);
  }

  /// The layer about its middle, by which all turns of a size are alike.
  Affine turned_by(double angle) const {
    return about(middle_of(search_.before), angle, middle_of(search_.now));
  }

  /// What looks alike a few pixels aside does not lie right within the layer.
  bool is_by_size(const FreeTurn& turn) const {
    const Point middle = apply(turn.transform, middle_of(search_.before));
    const Point now = middle_of(search_.now);
    return std::hypot(middle.x - now.x, middle.y - now.y) < rounding;
  }

  /// Whether nothing much like it lies elsewhere on the layer.
  bool is_alone(const FreeTurn& turn) {
    constexpr double much_like = 0.85;
    const double angle = std::atan2(turn.transform.yx, turn.transform.xx);
    const auto picture = read_whole(search_.now, shrink_);
    if (!picture) return false;
    const auto own = precision::locate_turned(witness_.pixels, *picture, angle, shrink_);
    const double rival = precision::score_of_rival(witness_.pixels, *picture, angle, shrink_);
    return rival < own.score * much_like;
  }

  /// What shows where the witness lies, turned by `angle`, if its middle is at most `slack`
  /// pixels away.
  Rect seen_around(Point middle, double angle, double slack) const {
    return around(middle, (precision::upright_side(witness_.pixels, angle, 1) / 2.0) + slack);
  }

  /// `area` and what completes its last pixels, `shrink` times smaller.
  Result<pixels::Bitmap> read_whole(const Rect& area, int shrink) {
    const int width = (area.width + shrink - 1) / shrink;
    const int height = (area.height + shrink - 1) / shrink;
    return read_small(canvas_, source_, {area.x, area.y, width * shrink, height * shrink}, width,
                      height);
  }

  void look(const Rect& area, std::span<const double> angles, int shrink,
            std::vector<TurnGuess>& found) {
    const auto picture = read_whole(area, shrink);
    if (!picture) return;
    for (const double angle : angles) {
      const auto at = precision::locate_turned(witness_.pixels, *picture, angle, shrink);
      if (at.score > 0)
        found.push_back(
            {angle, {area.x + (at.middle.x * shrink), area.y + (at.middle.y * shrink)}, at.score});
    }
  }

  /// Finds the angle and the place to a pixel, from twice the size to twice the size.
  TurnGuess refined(TurnGuess guess) {
    double step = this->step();
    for (int shrink = shrink_ / 2; shrink >= 1; shrink /= 2) {
      step /= 2;
      const double angles[] = {guess.angle - step, guess.angle, guess.angle + step};
      std::vector<TurnGuess> found;
      look(seen_around(guess.middle, guess.angle, 4 * shrink), angles, shrink, found);
      if (found.empty()) return guess;
      guess = std::ranges::max(found, {}, &TurnGuess::score);
    }
    return guess;
  }

  std::optional<FreeTurn> align(const TurnGuess& guess) {
    const Rect& place = witness_.place;
    const double radius = std::hypot(place.width, place.height) / 2;
    const Rect area = around(guess.middle, radius + 4);
    const auto picture = canvas_.read(source_, area);
    if (!picture) return {};
    const auto to_area = precision::shift(-area.x, -area.y);
    const auto from_place = precision::shift(place.x, place.y);
    const Affine start =
        compose(to_area, compose(about(middle_of(place), guess.angle, guess.middle), from_place));
    const auto aligned = precision::align_turned(witness_.pixels, *picture, start);
    if (!aligned) return {};
    return FreeTurn{compose(inverse(to_area), compose(aligned->transform, inverse(from_place))),
                    aligned->score};
  }

  host::Canvas& canvas_;
  const host::Source& source_;
  const Witness& witness_;
  const TurnSearch& search_;
  int shrink_ = 1;  ///< of the pictures on which the search begins
};

}  // namespace

std::vector<double> possible_turns(const Rect& before, const Rect& now, double step) {
  // No side grows by more than a pixel from one to the next.
  const int count = static_cast<int>(2 * std::hypot(before.width, before.height));
  // Sides are rounded outward to whole pixels.
  const auto fits = [](double exact, int side) { return side > exact - 1 && side < exact + 3; };
  std::vector<double> turns;
  double last = -step;
  for (int i = 0; i <= count; ++i) {
    const double angle = std::numbers::pi / 2 * i / count;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    if (angle < last + step || !fits(before.width * c + before.height * s, now.width) ||
        !fits(before.width * s + before.height * c, now.height))
      continue;
    last = angle;
    turns.insert(turns.end(), {angle, -angle, std::numbers::pi - angle, angle - std::numbers::pi});
  }
  return turns;
}

std::optional<FreeTurn> find_turned(host::Canvas& canvas, const host::Source& source,
                                    const Witness& witness, const TurnSearch& search) {
  return Search(canvas, source, witness, search).run();
}

}  // namespace wordbrush::edit
