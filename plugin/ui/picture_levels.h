// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/rect.h"
#include "pixels/bitmap.h"

namespace wordbrush::ui {

/// Pixels as cairo's ARGB32, rows from the top; `stride` is counted in pixels.
struct ArgbView {
  const std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride = 0;
};

/// A picture halved again and again, each time rounding up: level 1 is half its size.
/// From these it is drawn small, smoothly and fast. Level 0 is not kept, since as much of
/// it as fits on a screen is converted in no time. Takes a third of the picture's memory, a line at
/// most as much.
class PictureLevels {
 public:
  PictureLevels() = default;
  explicit PictureLevels(const pixels::Bitmap& bitmap);

  /// Of levels from 1 up.
  int count() const { return static_cast<int>(levels_.size()); }
  /// `number` is 1 to count().
  ArgbView level(int number) const;
  std::size_t bytes() const;

 private:
  struct Level {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
  };
  static Level half_of(const pixels::Bitmap& bitmap);
  static Level half_of(const Level& level);

  std::vector<Level> levels_;
};

/// The size of a side at `level`.
constexpr int side_at(int side, int level) {
  return static_cast<int>((static_cast<std::int64_t>(side) + (std::int64_t{1} << level) - 1) >>
                          level);
}

/// The level to draw from where one pixel of the picture takes `scale` device pixels: its
/// own pixels take more than half of one and at most one; 0 where the scale is above 0.5.
int level_for(double scale, int width, int height);

/// `part` of the picture at `level`, which lies within the picture at that level. Points
/// into `levels`, or into `scratch` where they have no such level (none are there yet, or
/// it is level 0); then a pixel stands for those around it.
ArgbView read_part(const pixels::Bitmap& bitmap, const PictureLevels* levels, int level,
                   const Rect& part, std::vector<std::uint32_t>& scratch);

}  // namespace wordbrush::ui
