// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "edit/options.h"
#include "host/canvas.h"
#include "pixels/mask.h"

namespace wordbrush::edit {

/// A selection that a recipe holds: at most that many pixels, and bytes as text.
inline constexpr std::int64_t max_mask_pixels = 16'000'000;
inline constexpr std::size_t max_mask_text = std::size_t{512} << 10;

/// A gray PNG file as base64; empty where it is more than a recipe holds.
std::string mask_to_text(const pixels::Mask& mask);

/// Nothing where `text` is no such file, or is not of that size.
std::optional<pixels::Mask> mask_from_text(std::string_view text, int width, int height);

/// As the procedures' arguments name them.
std::string_view recipe_area_name(host::Area area);
std::string_view recipe_format_name(UploadFormat format);
std::optional<UploadFormat> recipe_format(std::string_view name);

}  // namespace wordbrush::edit
