// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "settings/preset.h"

namespace wordbrush::settings {

/// Presets as people hand them on, a file of its own, UTF-8:
///
///   {"format": "wordbrush-presets", "version": 1,
///    "presets": [{"name": "Night", "text": "Make it night. {prompt}"}]}
///
/// Members that this version does not know are left out.
inline constexpr std::size_t max_preset_file_bytes = 8U << 20U;

std::string to_preset_file(const std::vector<Preset>& presets);

/// Cleaned and checked presets without ids, no two of one name in any case: the last one
/// counts. Fails with ErrorKind::Input, in words for the user, where `bytes` are anything
/// else, of a newer version, or hold one that check() refuses or more than max_presets.
Result<std::vector<Preset>> from_preset_file(std::string_view bytes);

/// Replaces `file` in one step; it is no secret. Fails with ErrorKind::Settings.
Result<void> export_presets(const std::filesystem::path& file, const std::vector<Preset>& presets);

/// Fails as from_preset_file(), with ErrorKind::Settings where `file` cannot be read.
Result<std::vector<Preset>> import_presets(const std::filesystem::path& file);

}  // namespace wordbrush::settings
