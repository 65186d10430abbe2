// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "settings/key_owner.h"

namespace wordbrush::settings {

/// keys.ini, mode 0600: the keys where there is no secret service. Each call reads
/// or writes the whole file and fails with ErrorKind::Settings, naming the file and
/// never a key.
class KeysFile {
 public:
  explicit KeysFile(const std::filesystem::path& folder) : file_(folder / "keys.ini") {}

  const std::filesystem::path& path() const { return file_; }

  Result<std::optional<std::string>> find(const KeyOwner& owner) const;
  /// Adds the key or replaces the owner's older one.
  Result<void> put(const KeyOwner& owner, const std::string& key);
  /// Erasing a key that is not there is no error and writes nothing.
  Result<void> erase(const KeyOwner& owner);

 private:
  std::filesystem::path file_;
};

}  // namespace wordbrush::settings
