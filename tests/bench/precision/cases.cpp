// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/cases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <numbers>

#include "scenes/noise.h"

namespace wordbrush::bench {

namespace {

using scenes::Distortion;
using scenes::Edit;
using scenes::Light;
using scenes::Shape;
using scenes::uniform;

constexpr double most_scale = 0.02;
constexpr double most_shift = 24;
constexpr double most_turn = 0.3 * std::numbers::pi / 180;

/// What moves the picture.
enum class Move { Identity, Zoom, Shift, Turn, Mixed, Hard, Crop, Table, Redraw };

/// What changes its colors and its detail.
enum class Tone { As, Gain, Desaturated, Gamma, Shading, Noise, Jpeg85, Jpeg90, Blur };

template <class T>
struct Named {
  T value;
  const char* name;
};

constexpr auto moves = std::to_array<Named<Move>>({{Move::Identity, "identity"},
                                                   {Move::Zoom, "zoom"},
                                                   {Move::Shift, "shift"},
                                                   {Move::Turn, "turn"},
                                                   {Move::Mixed, "mixed"},
                                                   {Move::Hard, "hard"},
                                                   {Move::Crop, "crop"},
                                                   {Move::Table, "table"},
                                                   {Move::Zoom, "zoom"},
                                                   {Move::Shift, "shift"},
                                                   {Move::Mixed, "mixed"},
                                                   {Move::Hard, "hard"},
                                                   {Move::Table, "table"},
                                                   {Move::Identity, "identity"},
                                                   {Move::Redraw, "redraw"}});
constexpr auto tones = std::to_array<Named<Tone>>({{Tone::As, "as"},
                                                   {Tone::Gain, "gain"},
                                                   {Tone::Desaturated, "desaturated"},
                                                   {Tone::Gamma, "gamma"},
                                                   {Tone::Shading, "shading"},
                                                   {Tone::Noise, "noise"},
                                                   {Tone::Jpeg85, "jpeg85"},
                                                   {Tone::Jpeg90, "jpeg90"},
                                                   {Tone::Blur, "blur"},
                                                   {Tone::Gain, "gain"}});
constexpr auto edits = std::to_array<Named<Edit>>({{Edit::Object, "object"},
                                                   {Edit::Removal, "removal"},
                                                   {Edit::Tint, "tint"},
                                                   {Edit::Text, "text"},
                                                   {Edit::Object, "object"},
                                                   {Edit::Removal, "removal"},
                                                   {Edit::Tint, "tint"},
                                                   {Edit::Text, "text"},
                                                   {Edit::Object, "object"},
                                                   {Edit::Removal, "removal"},
                                                   {Edit::Relight, "relight"},
                                                   {Edit::None, "no-op"}});
constexpr auto shapes = std::to_array<Named<Shape>>({{Shape::Box, "box"},
                                                     {Shape::Ellipse, "ellipse"},
                                                     {Shape::Feathered, "feathered"},
                                                     {Shape::Freehand, "freehand"},
                                                     {Shape::Islands, "islands"},
                                                     {Shape::Border, "border"}});
constexpr std::array shares{0.1, 0.3, 0.1, 0.45, 0.6};
constexpr std::array<const char*, 2> table_models{"gemini-2.5-flash-image", "gemini-3-pro-image"};

/// 0 to size - 1 again and again, `count` numbers, in an order of chance.
std::vector<std::size_t> dealt(std::size_t size, std::size_t count, std::mt19937& random) {
  std::vector<std::size_t> all(count);
  for (std::size_t at = 0; at < count; ++at) all[at] = at % size;
  for (std::size_t at = count; at > 1; --at) std::swap(all[at - 1], all[random() % at]);
  return all;
}

double either_way(std::mt19937& random, double most) {
  const double size = uniform(random, most / 3, most);
  return random() % 2 == 0 ? size : -size;
}

Distortion moved(Move move, std::mt19937& random) {
  Distortion d;
  const double strength = move == Move::Mixed ? 0.5 : 1;
  const bool all = move == Move::Mixed || move == Move::Hard;
  if (all || move == Move::Zoom) d.scale = 1 + either_way(random, most_scale * strength);
  if (all || move == Move::Shift) {
    d.dx = either_way(random, most_shift * strength);
    d.dy = either_way(random, most_shift * strength);
  }
  if (all || move == Move::Turn) d.rotation = either_way(random, most_turn * strength);
  if (move == Move::Hard) {
    d.scale = d.scale < 1 ? 1 - most_scale : 1 + most_scale;
    d.dx = std::copysign(most_shift, d.dx);
    d.noise = 3;
    d.jpeg_quality = 85;
  }
  if (move == Move::Crop) d.fit = scenes::Fit::Crop;
  d.redrawn = move == Move::Redraw;
  return d;
}

void set_tone(Distortion& d, Tone tone) {
  switch (tone) {
    case Tone::As:
      break;
    case Tone::Gain:
      d.light = Light::Gain;
      break;
    case Tone::Desaturated:
      d.light = Light::Desaturated;
      break;
    case Tone::Gamma:
      d.light = Light::Gamma;
      break;
    case Tone::Shading:
      d.light = Light::Shading;
      break;
    case Tone::Noise:
      d.noise = 4;
      break;
    case Tone::Jpeg85:
      d.jpeg_quality = 85;
      break;
    case Tone::Jpeg90:
      d.jpeg_quality = 90;
      break;
    case Tone::Blur:
      d.blur = 0.25;
      break;
  }
}

/// Somewhere inside of the target, so that the selection holds what is edited.
Rect area_within(const Rect& target, bool hard, std::mt19937& random) {
  const double part = hard ? 0.95 : uniform(random, 0.5, 0.85);
  const int width = std::max(1, static_cast<int>(target.width * part));
  const int height = std::max(1, static_cast<int>(target.height * part));
  const auto place = [&](int room) { return static_cast<int>(room * uniform(random, 0.35, 0.65)); };
  return {target.x + place(target.width - width), target.y + place(target.height - height), width,
          height};
}

void set_models(Case& c, Move move, std::mt19937& random) {
  const std::size_t one = random() % table_models.size();
  // What was asked for is one maker's table, what comes is the other's.
  if (move == Move::Table) {
    c.answer = Answer::Table;
    c.planned_for = table_models[one];
    c.answered_by = table_models[1 - one];
  } else if (move == Move::Crop) {
    c.answer = Answer::CropTable;
    c.answered_by = table_models[one];
  } else if (random() % 2 == 0) {
    c.planned_for = table_models[one];
  }
}

/// Which of each kind a case is.
struct Deal {
  std::size_t photograph, move, tone, edit, shape, share;
};

Case make_case(const scenes::Photograph& photograph, const Deal& deal, unsigned seed) {
  std::mt19937 random(seed);
  const auto& move = moves[deal.move];
  const auto& edit = edits[deal.edit];
  Case c{.canvas = &photograph.picture, .edit = edit.value, .seed = seed};
  c.hard = move.value == Move::Hard;
  c.share = c.hard ? 0.55 : shares[deal.share];
  // Who wants other light selects most of the picture: a small part of it in other light is a seam.
  if (edit.value == Edit::Relight) c.share = shares.back();
  const auto& canvas = photograph.picture;
  c.selection = scenes::random_selection(shapes[deal.shape].value, canvas.width(), canvas.height(),
                                         c.share, random);
  c.target = scenes::bounds_of(c.selection);
  c.area = area_within(c.target, c.hard, random);
  c.distortion = moved(move.value, random);
  // A model that relights the scene gives one light, not two.
  const auto& tone = edit.value == Edit::Relight ? tones[0] : tones[deal.tone];
  set_tone(c.distortion, tone.value);
  set_models(c, move.value, random);
  c.name = std::format("{} {} {} {} {} {:.0f} %", photograph.name, edit.name, move.name, tone.name,
                       shapes[deal.shape].name, 100 * c.share);
  return c;
}

}  // namespace

bool Case::is_identity() const {
  Distortion toneless = distortion;
  toneless.light = Light::As;
  toneless.noise = 0;
  toneless.blur = 0;
  toneless.jpeg_quality = 0;
  return toneless == Distortion{} && answer == Answer::AsSent;
}

std::vector<Case> make_cases(std::span<const scenes::Photograph> photographs, unsigned seed,
                             int count) {
  std::mt19937 random(seed);
  const auto size = static_cast<std::size_t>(count);
  const auto by_photograph = dealt(photographs.size(), size, random);
  const auto by_move = dealt(moves.size(), size, random);
  const auto by_tone = dealt(tones.size(), size, random);
  const auto by_edit = dealt(edits.size(), size, random);
  const auto by_shape = dealt(shapes.size(), size, random);
  const auto by_share = dealt(shares.size(), size, random);
  std::vector<Case> cases;
  for (std::size_t at = 0; at < size; ++at) {
    const Deal deal{by_photograph[at], by_move[at],  by_tone[at],
                    by_edit[at],       by_shape[at], by_share[at]};
    const auto own_seed = seed * 1000U + static_cast<unsigned>(at);
    cases.push_back(make_case(photographs[deal.photograph], deal, own_seed));
    cases.back().name = std::format("{:02} {}", at + 1, cases.back().name);
  }
  return cases;
}

}  // namespace wordbrush::bench
