// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/locate_turned.h"

#include <algorithm>
#include <cmath>

#include "precision/lay.h"
#include "precision/locate.h"
#include "precision/registration.h"
#include "precision/resize.h"

namespace wordbrush::precision {

namespace {

/// Correlations of details. Pictures that have nothing in common stay below the first,
/// and so do small ones below that many deviations of chance.
constexpr double seen = 0.65;
constexpr double deviations_of_chance = 6;
/// Of a part that repeats.
constexpr double alike = 0.6;
/// Pixels of details that vary together.
constexpr double pixels_per_detail = 16;

double length_of(const pixels::Bitmap& part) {
  return std::min(part.width(), part.height());
}

/// The middle of the part, upright as it lies turned in a picture.
pixels::Bitmap upright_part(const pixels::Bitmap& part, double angle, int shrink) {
  const int side = upright_side(part, angle, shrink);
  const double half = side / 2.0;
  const Affine to_part =
      compose(shift(part.width() / 2.0, part.height() / 2.0),
              compose(scaling(shrink, shrink), compose(turning(-angle), shift(-half, -half))));
  return lay(part, to_part, side, side);
}

bool fits(const pixels::Bitmap& part, const pixels::Bitmap& picture) {
  return part.width() <= picture.width() && part.height() <= picture.height();
}

double least_score(const pixels::Bitmap& part) {
  const double details = part.width() * part.height() / pixels_per_detail;
  return std::max(seen, deviations_of_chance / std::sqrt(details));
}

/// Nobody turns a layer and scales it by a few parts in a thousand: where the pixels do
/// not say so clearly, the scale is 1, which keeps what lies far from the part in place.
Affine without_chance_scale(const Affine& a, const pixels::Bitmap& part, double corner_error) {
  constexpr double unnoticed = 0.5;
  const double scale = std::sqrt(std::abs(a.xx * a.yy - a.xy * a.yx));
  const double angle = std::atan2(a.yx - a.xy, a.xx + a.yy);
  const Point middle{part.width() / 2.0, part.height() / 2.0};
  const Point there = apply(a, middle);
  const Affine turned =
      compose(shift(there.x, there.y), compose(turning(angle), shift(-middle.x, -middle.y)));
  const double away = worst_corner(a, turned, part.width(), part.height());
  const bool is_turned = std::abs(std::log(scale)) < 0.02 && away < unnoticed + (3 * corner_error);
  return is_turned ? turned : a;
}

}  // namespace

Affine turning(double angle) {
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  return {c, -s, 0, s, c, 0};
}

int upright_side(const pixels::Bitmap& part, double angle, int shrink) {
  const double spread = std::abs(std::cos(angle)) + std::abs(std::sin(angle));
  return std::max(1, static_cast<int>(length_of(part) / spread / shrink));
}

double turning_step(const pixels::Bitmap& part, int shrink) {
  // Half of it moves the corners of what is compared by a pixel.
  constexpr double corner_moves = 3;
  return corner_moves * shrink / length_of(part);
}

LocatedTurned locate_turned(const pixels::Bitmap& part, const pixels::Bitmap& picture, double angle,
                            int shrink) {
  const auto upright = upright_part(part, angle, shrink);
  if (!fits(upright, picture)) return {};
  const double half = upright.width() / 2.0;
  const Located found = locate(upright, picture);
  return {{found.x + half, found.y + half}, found.score};
}

double score_of_rival(const pixels::Bitmap& part, const pixels::Bitmap& picture, double angle,
                      int shrink) {
  const auto upright = upright_part(part, angle, shrink);
  if (!fits(upright, picture)) return 0;
  const Located best = locate(upright, picture);
  return score_elsewhere(upright, picture, best.x, best.y);
}

bool repeats(const pixels::Bitmap& part) {
  const Rect half{part.width() / 4, part.height() / 4, std::max(1, part.width() / 2),
                  std::max(1, part.height() / 2)};
  return score_elsewhere(crop(part, half), part, half.x, half.y) > alike;
}

std::optional<AlignedTurned> align_turned(const pixels::Bitmap& part, const pixels::Bitmap& picture,
                                          const Affine& guess) {
  constexpr int rounds = 2;  // what is laid anew is no longer blurred by a wrong guess
  const int width = part.width();
  const int height = part.height();
  Affine transform = guess;
  for (int round = 0; round < rounds; ++round) {
    const auto laid = lay(picture, transform, width, height);
    const Registration found = register_reply(
        part, laid, {.target = {}, .real = {0, 0, width, height}, .start = {}, .is_turned = true});
    const bool holds = found.outcome == RegistrationOutcome::Aligned ||
                       found.outcome == RegistrationOutcome::AlreadyAligned;
    if (!holds) return {};
    transform = without_chance_scale(compose(transform, found.transform), part, found.corner_error);
  }
  const double score = locate(part, lay(picture, transform, width, height)).score;
  if (score < least_score(part)) return {};
  return AlignedTurned{transform, score};
}

}  // namespace wordbrush::precision
