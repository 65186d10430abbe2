// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/picture_levels.h"

#include <algorithm>
#include <cassert>

#include "ui/argb.h"

namespace wordbrush::ui {

namespace {

// Nothing is gained below this side.
constexpr int smallest_level = 32;

}  // namespace

PictureLevels::PictureLevels(const pixels::Bitmap& bitmap) {
  if (std::max(bitmap.width(), bitmap.height()) <= smallest_level) return;
  levels_.push_back(half_of(bitmap));
  while (std::max(levels_.back().width, levels_.back().height) > smallest_level)
    levels_.push_back(half_of(levels_.back()));
}

PictureLevels::Level PictureLevels::half_of(const pixels::Bitmap& bitmap) {
  Level half{side_at(bitmap.width(), 1), side_at(bitmap.height(), 1), {}};
  half.pixels.resize(static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height));
  auto* to = half.pixels.data();
  const int pairs = bitmap.width() / 2;
  for (int y = 0; y < half.height; ++y) {
    const auto* above = bitmap.row(2 * y);
    const auto* below = bitmap.row(std::min(2 * y + 1, bitmap.height() - 1));
    for (int x = 0; x < pairs; ++x, above += 2 * rgba_bytes, below += 2 * rgba_bytes)
      *to++ = mean_of(to_argb(above), to_argb(above + rgba_bytes), to_argb(below),
                      to_argb(below + rgba_bytes));
    // The last of an odd row has no neighbor.
    if (pairs < half.width)
      *to++ = mean_of(to_argb(above), to_argb(above), to_argb(below), to_argb(below));
  }
  return half;
}

PictureLevels::Level PictureLevels::half_of(const Level& level) {
  Level half{side_at(level.width, 1), side_at(level.height, 1), {}};
  half.pixels.resize(static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height));
  auto* to = half.pixels.data();
  const auto row = [&](int y) {
    return level.pixels.data() +
           static_cast<std::size_t>(level.width) * static_cast<std::size_t>(y);
  };
  for (int y = 0; y < half.height; ++y) {
    const auto* above = row(2 * y);
    const auto* below = row(std::min(2 * y + 1, level.height - 1));
    for (int x = 0; x < half.width; ++x) {
      const int left = 2 * x;
      const int right = std::min(left + 1, level.width - 1);
      *to++ = mean_of(above[left], above[right], below[left], below[right]);
    }
  }
  return half;
}

ArgbView PictureLevels::level(int number) const {
  const auto& level = levels_[static_cast<std::size_t>(number) - 1];
  return {level.pixels.data(), level.width, level.height, level.width};
}

std::size_t PictureLevels::bytes() const {
  std::size_t sum = 0;
  for (const auto& level : levels_) sum += level.pixels.size() * sizeof(std::uint32_t);
  return sum;
}

int level_for(double scale, int width, int height) {
  int level = 0;
  while (scale <= 0.5 && std::max(side_at(width, level), side_at(height, level)) > smallest_level) {
    scale *= 2;
    ++level;
  }
  return level;
}

ArgbView read_part(const pixels::Bitmap& bitmap, const PictureLevels* levels, int level,
                   const Rect& part, std::vector<std::uint32_t>& scratch) {
  if (level > 0 && levels != nullptr && level <= levels->count()) {
    const auto whole = levels->level(level);
    assert(part.x >= 0 && part.right() <= whole.width && part.bottom() <= whole.height);
    return {whole.pixels + static_cast<std::ptrdiff_t>(part.y) * whole.stride + part.x, part.width,
            part.height, whole.stride};
  }
  scratch.resize(static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height));
  auto* to = scratch.data();
  const auto step = static_cast<std::size_t>(rgba_bytes) << level;
  for (int y = part.y; y < part.bottom(); ++y) {
    const auto* from = bitmap.row(y << level) + static_cast<std::size_t>(part.x) * step;
    for (int x = 0; x < part.width; ++x, from += step) *to++ = to_argb(from);
  }
  return {scratch.data(), part.width, part.height, part.width};
}

}  // namespace wordbrush::ui
