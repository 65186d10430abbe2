// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/overview.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

/// 16 MiB as they are read, and as much again or more in GEGL's cache of tiles.
constexpr std::int64_t band_pixels = std::int64_t{4} << 20;
/// A share of the longest side: a line that is seen at any size.
constexpr int lines_per_side = 200;
constexpr int thinnest_line = 2;

/// How many rows of the small picture are read at once.
int band_rows(const Rect& area, int height) {
  const auto rows = std::int64_t{height} * band_pixels / (std::int64_t{area.width} * area.height);
  return static_cast<int>(std::clamp<std::int64_t>(rows, 1, height));
}

void paint_red(std::uint8_t* row, int from, int to) {
  constexpr std::uint8_t red[] = {255, 0, 0, 255};
  for (int x = from; x < to; ++x)
    std::ranges::copy(red, row + (std::ptrdiff_t{x} * pixels::Bitmap::channels));
}

}  // namespace

Result<pixels::Bitmap> read_small(host::Canvas& canvas, const host::Source& source,
                                  const Rect& area, int width, int height) {
  pixels::Bitmap small(width, height);
  const auto source_row = [&](int y) {
    return static_cast<int>(std::int64_t{y} * area.height / height);
  };
  const int rows = band_rows(area, height);
  for (int y = 0; y < height; y += rows) {
    const int end = std::min(y + rows, height);
    const int from = source_row(y);
    const int to = std::max(source_row(end), from + 1);
    auto band = canvas.read(source, {area.x, area.y + from, area.width, to - from});
    if (!band) return band;
    const pixels::Bitmap averaged = precision::resize(*band, width, end - y);
    std::memcpy(small.row(y), averaged.row(0), averaged.size());
  }
  return small;
}

void outline(pixels::Bitmap& picture, const Rect& inside) {
  const int line =
      std::max(thinnest_line, std::max(picture.width(), picture.height()) / lines_per_side);
  const Rect outside = intersection(
      {inside.x - line, inside.y - line, inside.width + (2 * line), inside.height + (2 * line)},
      {0, 0, picture.width(), picture.height()});
  for (int y = outside.y; y < outside.bottom(); ++y) {
    const bool is_beside = y >= inside.y && y < inside.bottom();
    paint_red(picture.row(y), outside.x, is_beside ? inside.x : outside.right());
    if (is_beside) paint_red(picture.row(y), inside.right(), outside.right());
  }
}

Result<Picture> read_overview(host::Canvas& canvas, const host::Source& source,
                              const precision::Overview& overview) {
  auto small = read_small(canvas, source, source.extents, overview.width, overview.height);
  if (!small) return fail(std::move(small.error()));
  outline(*small, overview.outline);
  return Picture{.bitmap = std::make_shared<const pixels::Bitmap>(std::move(*small)),
                 .width = overview.width,
                 .height = overview.height};
}

}  // namespace wordbrush::edit
