// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/folder.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <memory>

#include "base/glib_ptr.h"
#include "base/private_mode.h"

namespace wordbrush::settings {

namespace {

using FilePtr = std::unique_ptr<std::FILE, FreeWith<std::fclose>>;

std::unexpected<Error> cannot_read(const std::filesystem::path& file, const char* reason) {
  const GCharPtr name(g_filename_display_name(file.c_str()));
  const GCharPtr detail(g_strdup_printf(_("%s cannot be read: %s"), name.get(), reason));
  return fail(ErrorKind::Settings, detail.get());
}

std::unexpected<Error> cannot_write(const std::filesystem::path& file, const char* reason) {
  const GCharPtr name(g_filename_display_name(file.c_str()));
  const GCharPtr detail(g_strdup_printf(_("%s cannot be written: %s"), name.get(), reason));
  return fail(ErrorKind::Settings, detail.get());
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file) {
  // Without waiting for whoever writes into a pipe.
  const int descriptor = g_open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  const FilePtr stream(descriptor < 0 ? nullptr : fdopen(descriptor, "rb"));
  if (!stream) {
    if (errno == ENOENT) return std::string();
    return cannot_read(file, g_strerror(errno));
  }
  struct stat status = {};
  if (fstat(descriptor, &status) != 0) return cannot_read(file, g_strerror(errno));
  if (!S_ISREG(status.st_mode)) return cannot_read(file, _("it is no ordinary file"));

  std::string bytes;
  constexpr std::size_t block_bytes = 16384;
  char block[block_bytes];
  std::size_t count = block_bytes;
  while (count == block_bytes) {
    count = std::fread(block, 1, block_bytes, stream.get());
    bytes.append(block, count);
    if (bytes.size() > max_file_bytes) return cannot_read(file, _("it is too large"));
  }
  if (std::ferror(stream.get()) != 0) return cannot_read(file, g_strerror(errno));
  return bytes;
}

Result<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
  if (bytes.size() > max_file_bytes) return cannot_write(file, _("it is too large"));
  if (g_mkdir_with_parents(file.parent_path().c_str(), private_folder) != 0)
    return cannot_write(file, g_strerror(errno));

  // GLib gives the new file the mode of an old one.
  if (g_file_test(file.c_str(), G_FILE_TEST_IS_REGULAR) && g_chmod(file.c_str(), private_file) != 0)
    return cannot_write(file, g_strerror(errno));
  // What the user typed is to outlive a power cut, too.
  constexpr auto flags = static_cast<GFileSetContentsFlags>(G_FILE_SET_CONTENTS_CONSISTENT |
                                                            G_FILE_SET_CONTENTS_DURABLE);
  GErrorPtr error;
  if (!g_file_set_contents_full(file.c_str(), bytes.data(), static_cast<gssize>(bytes.size()),
                                flags, private_file, out(error)))
    return cannot_write(file, error->message);
  return {};
}

std::filesystem::path name_aside(const std::filesystem::path& file) {
  using DateTimePtr = std::unique_ptr<GDateTime, FreeWith<g_date_time_unref>>;
  const DateTimePtr now(g_date_time_new_now_local());
  const GCharPtr time(g_date_time_format(now.get(), "%Y%m%d-%H%M%S"));
  const std::string first = file.string() + ".damaged-" + time.get();
  std::string name = first;
  std::error_code error;
  for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(name, error));
       ++number)
    name = first + "-" + std::to_string(number);
  return name;
}

Result<void> put_aside(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::rename(file, name_aside(file), error);
  if (error) return cannot_write(file, error.message().c_str());
  return {};
}

}  // namespace wordbrush::settings
