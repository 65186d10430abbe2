// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace wordbrush::edit {

/// Says that a process works with a folder. It ends with the object, and the system
/// ends it with the process, however that ends; it stays with a folder that is
/// renamed. On a file system without locks every folder can be had.
class [[nodiscard]] FolderLock {
 public:
  /// Nothing where somebody else has it, in this process or another, or where there
  /// is no such folder. A symbolic link is no folder.
  static std::optional<FolderLock> take(const std::filesystem::path& folder);

  /// Whether somebody has it.
  static bool is_taken(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

  /// Waits until the names in the folder are on the disk.
  void sync() const;

 private:
  explicit FolderLock(int descriptor) noexcept : descriptor_(descriptor) {}

  int descriptor_;  // -1: moved from
};

}  // namespace wordbrush::edit
