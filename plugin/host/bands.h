// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

#include "base/rect.h"

namespace wordbrush::host {

/// Cuts a rectangle into blocks of whole tiles, each of which GIMP hands over, or takes, in a
/// few milliseconds.
class Blocks {
 public:
  explicit Blocks(Rect whole) : whole_(whole) {}

  int count() const { return across() * ((whole_.height + height - 1) / height); }

  Rect at(int number) const {
    const int x = number % across() * width;
    const int y = number / across() * height;
    return {whole_.x + x, whole_.y + y, std::min(width, whole_.width - x),
            std::min(height, whole_.height - y)};
  }

 private:
  static constexpr int width = 2048;
  static constexpr int height = 128;

  int across() const { return (whole_.width + width - 1) / width; }

  Rect whole_;
};

/// What one turn of the main loop may take, so that nobody waits for it.
class TurnTime {
 public:
  bool is_over() const {
    constexpr std::chrono::milliseconds longest{10};
    return std::chrono::steady_clock::now() - start_ >= longest;
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace wordbrush::host
