// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline.h"

#include <cmath>
#include <cstddef>

namespace wordbrush::ui {

namespace {

constexpr std::uint32_t black = 0xff000000U;
constexpr std::uint32_t white = 0xffffffffU;
constexpr std::uint8_t half_selected = 128;
// In widths of the line.
constexpr int dash = 4;

std::size_t area_of(int width, int height) {
  return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

/// For each of `count` device pixels from `from`: which pixel of the outlined area is
/// there, or -1.
std::vector<int> places(int from, int count, double start, double scale, int size) {
  std::vector<int> found(static_cast<std::size_t>(count), -1);
  for (int i = 0; i < count; ++i) {
    const double at = std::floor((from + i + 0.5 - start) / scale);
    if (at >= 0 && at < size) found[static_cast<std::size_t>(i)] = static_cast<int>(at);
  }
  return found;
}

/// 1 where a device pixel lies inside of the outline, else 0.
std::vector<std::uint8_t> insides(const Outline& outline, const Placement& placement,
                                  const Rect& shown) {
  const auto& area = outline.area;
  const auto columns = places(shown.x, shown.width, placement.x + area.x * placement.scale,
                              placement.scale, area.width);
  const auto rows = places(shown.y, shown.height, placement.y + area.y * placement.scale,
                           placement.scale, area.height);
  std::vector<std::uint8_t> inside(area_of(shown.width, shown.height), 0);
  auto* to = inside.data();
  for (const int y : rows) {
    const auto* values = outline.mask && y >= 0 ? outline.mask->row(y) : nullptr;
    for (const int x : columns)
      *to++ = y >= 0 && x >= 0 && (values == nullptr || values[x] >= half_selected) ? 1 : 0;
  }
  return inside;
}

}  // namespace

std::vector<std::uint32_t> draw_outline(const Outline& outline, const Placement& placement,
                                        const Rect& shown, int line) {
  std::vector<std::uint32_t> drawn(area_of(shown.width, shown.height), 0);
  if (outline.area.empty() || shown.empty()) return drawn;
  // With a margin, so that an edge at the border of what is shown has its neighbors.
  const Rect wide = {shown.x - line, shown.y - line, shown.width + 2 * line,
                     shown.height + 2 * line};
  const auto inside = insides(outline, placement, wide);
  const auto below = static_cast<std::ptrdiff_t>(line) * wide.width;
  for (int y = 0; y < shown.height; ++y) {
    const auto* at = inside.data() + static_cast<std::ptrdiff_t>(y + line) * wide.width + line;
    auto* to = drawn.data() + static_cast<std::ptrdiff_t>(y) * shown.width;
    for (int x = 0; x < shown.width; ++x, ++at, ++to) {
      if (at[-line] == *at && at[line] == *at && at[-below] == *at && at[below] == *at) continue;
      const bool is_dash = ((x + shown.x + y + shown.y) / (dash * line)) % 2 != 0;
      *to = is_dash == (*at != 0) ? white : black;
    }
  }
  return drawn;
}

}  // namespace wordbrush::ui
