// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wordbrush::precision {

/// Pixels added around a picture, 0 or more on each side.
struct Padding {
  int left = 0, top = 0, right = 0, bottom = 0;

  friend bool operator==(const Padding&, const Padding&) = default;
};

}  // namespace wordbrush::precision
