// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

namespace wordbrush::scenes {

/// 0 to 1, of no pattern, the same for the same place and seed.
double hashed(int x, int y, unsigned seed);

/// The same, smooth between whole places.
double smooth_noise(double x, double y, unsigned seed);

/// Noise of all sizes from `largest` pixels down to `smallest`, 0 to 1.
struct Grain {
  double largest = 1;
  double smallest = 1;
  unsigned seed = 0;

  double at(double x, double y) const;
};

/// The standard library's distributions differ between libraries, these do not.
double uniform(std::mt19937& random, double low, double high);
/// Mean 0, deviation 1 (Box and Muller's transform).
double gaussian(std::mt19937& random);

}  // namespace wordbrush::scenes
