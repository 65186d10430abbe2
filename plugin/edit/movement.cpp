// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/movement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "precision/lay.h"
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

constexpr std::uint8_t opaque = 255;

/// All pixels that `rect` came to touch.
Rect bounds_of(const precision::Affine& turn, const Rect& rect) {
  constexpr double touch = 1e-3;
  double left = std::numeric_limits<double>::max();
  double top = left;
  double right = -left;
  double bottom = -left;
  for (const auto& [x, y] : {std::pair{rect.x, rect.y},
                             {rect.right(), rect.y},
                             {rect.x, rect.bottom()},
                             {rect.right(), rect.bottom()}}) {
    const precision::Point p = apply(turn, {static_cast<double>(x), static_cast<double>(y)});
    left = std::min(left, p.x);
    top = std::min(top, p.y);
    right = std::max(right, p.x);
    bottom = std::max(bottom, p.y);
  }
  const auto x = static_cast<int>(std::floor(left + touch));
  const auto y = static_cast<int>(std::floor(top + touch));
  return {x, y, static_cast<int>(std::ceil(right - touch)) - x,
          static_cast<int>(std::ceil(bottom - touch)) - y};
}

/// The mask, laid in `place` by `back`; it ends softly, as it is nothing beyond its edges.
pixels::Mask laid_soft(const pixels::Mask& mask, const precision::Affine& back, const Rect& place) {
  pixels::Mask padded(mask.width + 2, mask.height + 2, 0);
  for (int y = 0; y < mask.height; ++y) std::copy_n(mask.row(y), mask.width, padded.row(y + 1) + 1);
  return precision::lay(padded, compose(precision::shift(1, 1), back), place.width, place.height);
}

void limit_alpha(pixels::Bitmap& picture, const pixels::Mask& limit) {
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) {
      std::uint8_t& alpha = picture.row(y)[(x * pixels::Bitmap::channels) + 3];
      alpha = std::min(alpha, limit.row(y)[x]);
    }
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

void follow(const precision::Affine& turn, host::NewLayer& layer) {
  const Rect place = bounds_of(turn, layer.place);
  const precision::Affine back =
      compose(precision::shift(-layer.place.x, -layer.place.y),
              compose(inverse(turn), precision::shift(place.x, place.y)));
  const bool has_mask = !layer.mask.empty();
  if (!has_mask) layer.mask = pixels::Mask(layer.place.width, layer.place.height, opaque);
  const pixels::Mask shown = laid_soft(layer.mask, back, place);
  layer.pixels = precision::lay(layer.pixels, back, place.width, place.height);
  layer.place = place;
  layer.mask = {};
  if (has_mask)
    layer.mask = shown;
  else
    limit_alpha(layer.pixels, shown);
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
