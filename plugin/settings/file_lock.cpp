// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/file_lock.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/glib_ptr.h"
#include "base/private_mode.h"

namespace wordbrush::settings {

namespace {

std::unexpected<Error> cannot_lock(const std::filesystem::path& file) {
  const GCharPtr name(g_filename_display_name(file.c_str()));
  const GCharPtr detail(
      g_strdup_printf(_("%s cannot be written: %s"), name.get(), g_strerror(errno)));
  return fail(ErrorKind::Settings, detail.get());
}

}  // namespace

Result<FileLock> FileLock::take(const std::filesystem::path& file) {
  auto path = file;
  path += ".lock";
  if (g_mkdir_with_parents(path.parent_path().c_str(), private_folder) != 0)
    return cannot_lock(path);
  FileLock lock(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, private_file));
  if (lock.descriptor_ < 0) return cannot_lock(path);
  int done = -1;
  do done = flock(lock.descriptor_, LOCK_EX);
  while (done != 0 && errno == EINTR);
  // A file system without locks is no reason to keep nothing.
  if (done != 0 && errno != EOPNOTSUPP && errno != ENOLCK) return cannot_lock(path);
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace wordbrush::settings
