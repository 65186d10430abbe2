// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/rect.h"
#include "host/canvas.h"
#include "pixels/orientation.h"
#include "precision/affine.h"

namespace wordbrush::edit {

/// How pixels came to lie elsewhere on the canvas: what lay in `from` lies in `to`,
/// turned that way and scaled to fit.
struct Movement {
  Rect from;  ///< canvas pixels, as they were
  Rect to;    ///< canvas pixels, as they are
  pixels::Orientation orientation;

  friend bool operator==(const Movement&, const Movement&) = default;
};

/// Where a rectangle of the canvas came to lie, to the nearest pixel; at least 1 pixel
/// a side.
Rect follow(const Movement& movement, const Rect& rect);

/// Brings a layer where its place came to lie.
void follow(const Movement& movement, host::NewLayer& layer);
/// The same by `turn`, from the canvas as it was to the canvas as it is. The layer comes to
/// reach as far as what was turned; in the corners that this leaves, nothing of it shows.
void follow(const precision::Affine& turn, host::NewLayer& layer);

/// How something is placed: a layer on its canvas.
struct Geometry {
  int canvas_width = 0;
  int canvas_height = 0;
  Rect layer;  ///< canvas pixels

  friend bool operator==(const Geometry&, const Geometry&) = default;
};

/// What can have moved the layer's pixels, the likeliest first; never empty. What a crop
/// of the image did cannot be told from these numbers.
std::vector<Movement> possible_movements(const Geometry& before, const Geometry& now);

}  // namespace wordbrush::edit
