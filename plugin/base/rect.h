// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wordbrush {

/// A rectangle of whole pixels: (x, y) is its top left pixel, (right, bottom) the
/// first one outside. Empty where a side is less than 1.
struct Rect {
  int x = 0, y = 0, width = 0, height = 0;

  constexpr int right() const { return x + width; }
  constexpr int bottom() const { return y + height; }
  constexpr bool empty() const { return width < 1 || height < 1; }

  friend bool operator==(const Rect&, const Rect&) = default;
};

constexpr Rect moved(const Rect& rect, int dx, int dy) {
  return {rect.x + dx, rect.y + dy, rect.width, rect.height};
}

/// What both have; empty where they do not meet.
constexpr Rect intersection(const Rect& a, const Rect& b) {
  const int x = a.x > b.x ? a.x : b.x;
  const int y = a.y > b.y ? a.y : b.y;
  const int right = a.right() < b.right() ? a.right() : b.right();
  const int bottom = a.bottom() < b.bottom() ? a.bottom() : b.bottom();
  if (right <= x || bottom <= y) return {};
  return {x, y, right - x, bottom - y};
}

}  // namespace wordbrush
