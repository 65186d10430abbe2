// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/light.h"

#include <cmath>

namespace wordbrush::demo {

namespace {

constexpr double max_srgb = 255.0;

std::array<std::uint16_t, 256> make_light_table() {
  std::array<std::uint16_t, 256> table{};
  for (std::size_t value = 0; value < table.size(); ++value) {
    const double v = static_cast<double>(value) / max_srgb;
    const double light = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    table[value] = static_cast<std::uint16_t>(std::lround(light * max_light));
  }
  return table;
}

std::array<std::uint8_t, 65536> make_srgb_table() {
  std::array<std::uint8_t, 65536> table{};
  for (std::size_t light = 0; light < table.size(); ++light) {
    const double l = static_cast<double>(light) / max_light;
    const double v = l <= 0.0031308 ? l * 12.92 : 1.055 * std::pow(l, 1 / 2.4) - 0.055;
    table[light] = static_cast<std::uint8_t>(std::lround(v * max_srgb));
  }
  return table;
}

}  // namespace

const std::array<std::uint16_t, 256>& light_of_srgb() {
  static const auto table = make_light_table();
  return table;
}

const std::array<std::uint8_t, 65536>& srgb_of_light() {
  static const auto table = make_srgb_table();
  return table;
}

}  // namespace wordbrush::demo
