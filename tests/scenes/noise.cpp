// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/noise.h"

#include <cmath>
#include <numbers>

namespace wordbrush::scenes {

namespace {

// Most of the time that a picture takes goes into these two: the standard library's
// functions see to cases that do not come here, at three times the cost.
int floor_of(double value) {
  const int whole = static_cast<int>(value);
  return whole - static_cast<int>(whole > value);
}

double between(double a, double b, double t) {
  return a + t * (b - a);
}

}  // namespace

double hashed(int x, int y, unsigned seed) {
  auto h = static_cast<unsigned>(x) * 374761393U + static_cast<unsigned>(y) * 668265263U +
           seed * 2246822519U;
  h = (h ^ (h >> 13U)) * 1274126177U;
  h ^= h >> 16U;
  return (h & 0xffffU) / 65535.0;
}

double smooth_noise(double x, double y, unsigned seed) {
  const int xi = floor_of(x);
  const int yi = floor_of(y);
  const auto ease = [](double t) { return t * t * (3 - 2 * t); };
  const double u = ease(x - xi);
  const double v = ease(y - yi);
  return between(between(hashed(xi, yi, seed), hashed(xi + 1, yi, seed), u),
                 between(hashed(xi, yi + 1, seed), hashed(xi + 1, yi + 1, seed), u), v);
}

double Grain::at(double x, double y) const {
  double sum = 0;
  double weight = 0;
  double part = 1;
  unsigned layer = seed;
  double size = largest;
  while (size >= smallest) {
    sum += part * smooth_noise(x / size, y / size, ++layer);
    weight += part;
    part *= 0.6;
    size /= 2;
  }
  return sum / weight;
}

double uniform(std::mt19937& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random()) / 4294967295.0;
}

double gaussian(std::mt19937& random) {
  const double radius = std::sqrt(-2 * std::log(1 - uniform(random, 0, 0.9999999)));
  return radius * std::cos(2 * std::numbers::pi * uniform(random, 0, 1));
}

}  // namespace wordbrush::scenes
