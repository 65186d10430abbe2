// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/result.h"

namespace wordbrush::settings {

/// The right to read a file and write it anew, against other processes and other locks of
/// this one, until it is destroyed. Held for the moment that takes, never across a wait.
class [[nodiscard]] FileLock {
 public:
  /// Waits for whoever has it. The lock is a file of its own beside `file`, with ".lock"
  /// behind its name, since `file` itself is replaced; makes the folder (0700). Fails with
  /// ErrorKind::Settings.
  static Result<FileLock> take(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace wordbrush::settings
