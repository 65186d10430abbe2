// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace wordbrush::demo {

/// Of what an amount of light can be, the largest: that of white.
inline constexpr double max_light = 65535.0;

/// The amount of light that an sRGB value stands for (IEC 61966-2-1), 0 to 65535.
const std::array<std::uint16_t, 256>& light_of_srgb();

/// The sRGB value nearest to an amount of light: the way back from light_of_srgb,
/// without loss.
const std::array<std::uint8_t, 65536>& srgb_of_light();

}  // namespace wordbrush::demo
