// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/result.h"
#include "edit/spool_record.h"

namespace wordbrush::edit {

/// A record as files in a folder of its own: record.json, picture-1.png and so on,
/// selection.pgm where something was selected, and sent.jpeg where the frame is kept.

/// Writes them, mode 0600. Fails with ErrorKind::Settings and the system's words.
Result<void> write_record(const std::filesystem::path& folder, const SpoolRecord& record);

/// Waits until they are on the disk.
void sync_record(const std::filesystem::path& folder);

/// Writes anew of which file the record's image is, the URI. Fails with
/// ErrorKind::BadImage where the record is damaged, else as write_record().
Result<void> write_image_file(const std::filesystem::path& folder, const std::string& image_file);

/// Nothing where a file is missing, damaged, or no plain file.
std::optional<SpoolRecord> read_record(const std::filesystem::path& folder);

/// The same without its pictures and its selection, which are a million times as long.
std::optional<SpoolRecord> read_bare_record(const std::filesystem::path& folder);

}  // namespace wordbrush::edit
