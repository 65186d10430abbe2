// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/movement.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

/// From one side of a rectangle to the other, 0 to 1 within it.
struct Span {
  double from = 0;
  double to = 1;
};

Span share_of(int first, int length, int whole_first, int whole_length) {
  const auto share = [&](int at) { return static_cast<double>(at - whole_first) / whole_length; };
  return {share(first), share(first + length)};
}

Span flipped(Span span) {
  return {1 - span.to, 1 - span.from};
}

/// The first pixel and how many.
std::pair<int, int> placed(Span span, int first, int length) {
  const auto from = static_cast<int>(std::lround(span.from * length));
  const auto to = static_cast<int>(std::lround(span.to * length));
  return {first + from, std::max(1, to - from)};
}

bool has_size_of(const Rect& a, const Rect& b) {
  return a.width == b.width && a.height == b.height;
}

bool is_scaled_evenly(const Geometry& before, const Geometry& now) {
  constexpr double same = 0.01;
  const double x = static_cast<double>(now.canvas_width) / before.canvas_width;
  const double y = static_cast<double>(now.canvas_height) / before.canvas_height;
  const double layer = static_cast<double>(now.layer.width) / before.layer.width;
  return std::abs(std::log(x / y)) < same && std::abs(std::log(layer / x)) < same;
}

/// As each command by itself leaves the numbers.
Movement likeliest(const Geometry& before, const Geometry& now) {
  const bool is_moved = has_size_of(before.layer, now.layer);
  if (is_moved || is_scaled_evenly(before, now)) return {before.layer, now.layer, {}};
  // The layer got other borders; its pixels stayed where they were.
  return {before.layer, before.layer, {}};
}

constexpr pixels::Orientation orientations[] = {
    {},
    {.transposed = true, .flipped_horizontally = true},
    {.transposed = true, .flipped_vertically = true},
    {.flipped_horizontally = true, .flipped_vertically = true},
    {.flipped_horizontally = true},
    {.flipped_vertically = true},
    {.transposed = true},
    {.transposed = true, .flipped_horizontally = true, .flipped_vertically = true},
};

}  // namespace

Rect follow(const Movement& movement, const Rect& rect) {
  const Rect& from = movement.from;
  const Rect& to = movement.to;
  Span x = share_of(rect.x, rect.width, from.x, from.width);
  Span y = share_of(rect.y, rect.height, from.y, from.height);
  if (movement.orientation.transposed) std::swap(x, y);
  if (movement.orientation.flipped_horizontally) x = flipped(x);
  if (movement.orientation.flipped_vertically) y = flipped(y);
  const auto [left, width] = placed(x, to.x, to.width);
  const auto [top, height] = placed(y, to.y, to.height);
  return {left, top, width, height};
}

void follow(const Movement& movement, host::NewLayer& layer) {
  const Rect place = follow(movement, layer.place);
  const auto bring = [&](auto& picture) {
    if (movement.orientation != pixels::Orientation{})
      picture = pixels::oriented(picture, movement.orientation);
    picture = precision::resize(picture, place.width, place.height);
  };
  const bool is_shifted =
      has_size_of(place, layer.place) && movement.orientation == pixels::Orientation{};
  layer.place = place;
  if (is_shifted) return;
  bring(layer.pixels);
  if (!layer.mask.empty()) bring(layer.mask);
}

std::vector<Movement> possible_movements(const Geometry& before, const Geometry& now) {
  std::vector<Movement> movements{likeliest(before, now)};
  const auto add = [&](const Movement& movement) {
    if (!std::ranges::contains(movements, movement)) movements.push_back(movement);
  };
  for (const pixels::Orientation orientation : orientations)
    add({before.layer, now.layer, orientation});
  return movements;
}

}  // namespace wordbrush::edit
