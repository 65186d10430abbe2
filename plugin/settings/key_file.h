// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glib_ptr.h"
#include "base/result.h"

namespace wordbrush::settings {

using KeyFilePtr = std::unique_ptr<GKeyFile, FreeWith<g_key_file_unref>>;

/// What `file` holds, comments included; empty where there is none. Fails with
/// ErrorKind::Settings, naming the file but none of its lines, where it cannot be
/// read or is no such file.
Result<KeyFilePtr> load_key_file(const std::filesystem::path& file);

/// Lets `change` alter what `file` holds, and writes it anew; nobody else does so meanwhile.
/// Fails as load_key_file() does, or as `change` does: then the file stays as it is.
Result<void> update_key_file(const std::filesystem::path& file,
                             const std::function<Result<void>(GKeyFile*)>& change);

Result<void> save_key_file(const std::filesystem::path& file, GKeyFile* key_file);

/// That `file` does not hold what it should: an ErrorKind::Settings in words for
/// the user.
std::unexpected<Error> fail_damaged(const std::filesystem::path& file);

/// Nothing where the key is missing or its value is no UTF-8 text.
std::optional<std::string> text_of(GKeyFile* key_file, const std::string& group, const char* key);

void set_text(GKeyFile* key_file, const std::string& group, const char* key,
              const std::string& text);

/// The names of the groups "PREFIX 1", "PREFIX 2" ..., in the order of the file.
std::vector<std::string> numbered_groups(GKeyFile* key_file, std::string_view prefix);

/// The first "PREFIX N" that is not there yet.
std::string next_group(GKeyFile* key_file, std::string_view prefix);

}  // namespace wordbrush::settings
