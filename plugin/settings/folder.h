// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wordbrush::settings {

/// Files in the plug-in's own folder, which the caller names: small, read and
/// written whole, and for their owner's eyes only.
inline constexpr std::size_t max_file_bytes = 16U << 20U;

/// The bytes of `file`; empty where there is none. Fails with ErrorKind::Settings,
/// naming the file, where it cannot be read or is larger than max_file_bytes.
Result<std::string> read_file(const std::filesystem::path& file);

/// Puts `bytes` in the place of `file` in one step, mode 0600, and waits until they
/// are on the disk; makes its folder (0700) where there is none. Fails with ErrorKind::Settings,
/// naming the file, and then leaves what was there.
Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

/// Gives `file`, whatever it is, another name beside it, "window.ini.damaged-20261123-015122",
/// so that what is about to take its place destroys nothing. Fails with ErrorKind::Settings.
Result<void> put_aside(const std::filesystem::path& file);

/// A name for what is damaged in `file`: no file has it yet.
std::filesystem::path name_aside(const std::filesystem::path& file);

}  // namespace wordbrush::settings
