// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/spool_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace wordbrush::edit {

namespace {

int open_folder(const std::filesystem::path& folder) {
  return open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// Whether the lock is somebody else's; a file system that knows none refuses with
/// other words.
bool is_refused(int descriptor, int operation) {
  return flock(descriptor, operation | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

/// Whether the folder itself still has this name: it may have gone between opening
/// and locking it.
bool is_still(int descriptor, const std::filesystem::path& folder) {
  struct stat opened = {};
  struct stat named = {};
  return fstat(descriptor, &opened) == 0 && lstat(folder.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

std::optional<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  FolderLock lock(open_folder(folder));
  if (lock.descriptor_ < 0 || is_refused(lock.descriptor_, LOCK_EX) ||
      !is_still(lock.descriptor_, folder))
    return {};
  return lock;
}

bool FolderLock::is_taken(const std::filesystem::path& folder) {
  const FolderLock lock(open_folder(folder));
  // Shared: two that only look do not see each other.
  return lock.descriptor_ >= 0 && is_refused(lock.descriptor_, LOCK_SH);
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

void FolderLock::sync() const {
  fsync(descriptor_);
}

}  // namespace wordbrush::edit
