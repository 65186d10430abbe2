// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/spool.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "base/glib_ptr.h"
#include "base/private_mode.h"
#include "edit/spool_files.h"

namespace wordbrush::edit {

namespace {

namespace fs = std::filesystem;

/// Before the name of a record that is being written.
constexpr std::string_view unfinished = ".new-";
constexpr const char* set_aside_name = "set-aside";

/// "20261123-015122-123456-89abcdef": in the order of time.
std::string make_id() {
  const DateTimePtr now(g_date_time_new_now_utc());
  const GCharPtr time(g_date_time_format(now.get(), "%Y%m%d-%H%M%S-%f"));
  const GCharPtr id(g_strdup_printf("%s-%08x", time.get(), g_random_int()));
  return id.get();
}

/// Whatever else lies in the folder is not ours.
bool is_record_id(std::string_view name) {
  constexpr std::size_t id_length = sizeof "20261123-015122-123456-89abcdef" - 1;
  return name.size() == id_length &&
         std::ranges::all_of(name, [](char c) { return g_ascii_isxdigit(c) || c == '-'; });
}

bool is_unfinished(std::string_view name) {
  return name.starts_with(unfinished) && is_record_id(name.substr(unfinished.size()));
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    names.push_back(at->path().filename().string());
  return names;
}

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const std::string& name : names_in(folder)) {
    std::error_code error;
    const auto size = fs::file_size(folder / name, error);
    if (!error) bytes += size;
  }
  return bytes;
}

std::unexpected<Error> cannot_keep(const char* reason) {
  const GCharPtr detail(
      g_strdup_printf(_("The answer could not be saved before it was inserted: %s"), reason));
  return fail(ErrorKind::Settings, detail.get());
}

/// Removes a folder of ours unless somebody works with it.
bool remove_unheld(const fs::path& folder) {
  const auto lock = FolderLock::take(folder);
  if (!lock) return false;
  std::error_code error;
  fs::remove_all(folder, error);
  return !error;
}

/// A record that is being written.
struct Draft {
  std::string id;
  fs::path folder;
  FolderLock lock;
};

Result<Draft> make_draft(const fs::path& spool) {
  constexpr int most_tries = 5;
  for (int tries = 0; tries < most_tries; ++tries) {
    std::string id = make_id();
    fs::path folder = spool / (std::string(unfinished) + id);
    if (g_mkdir(folder.c_str(), private_folder) != 0) return cannot_keep(g_strerror(errno));
    if (auto lock = FolderLock::take(folder))
      return Draft{std::move(id), std::move(folder), std::move(*lock)};
    // Somebody who cleans was faster: once more.
  }
  return cannot_keep(g_strerror(EBUSY));
}

/// Fails with the system's words.
Result<void> finish(const Draft& draft, const SpoolRecord& record, const fs::path& folder) {
  if (auto written = write_record(draft.folder, record); !written) return written;
  std::error_code error;
  fs::rename(draft.folder, folder, error);
  if (error) return fail(ErrorKind::Settings, error.message());
  // Once it can be found: whoever is killed while the disk works has lost nothing.
  sync_record(folder);
  draft.lock.sync();
  return {};
}

Result<void> make_private_folder(const fs::path& folder) {
  if (g_mkdir_with_parents(folder.c_str(), private_folder) != 0 ||
      g_chmod(folder.c_str(), private_folder) != 0)
    return cannot_keep(g_strerror(errno));
  return {};
}

}  // namespace

Spool::Spool(fs::path folder, SpoolLimits limits) : folder_(std::move(folder)), limits_(limits) {}

Result<Spool::Hold> Spool::add(const SpoolRecord& record) const {
  if (auto made = make_private_folder(folder_); !made) return fail(std::move(made.error()));
  auto draft = make_draft(folder_);
  if (!draft) return fail(std::move(draft.error()));
  if (auto finished = finish(*draft, record, folder_of(draft->id)); !finished) {
    std::error_code error;
    fs::remove_all(draft->folder, error);
    return cannot_keep(finished.error().detail.c_str());
  }
  clean(draft->id);
  return Hold(draft->id, std::move(draft->lock));
}

void Spool::remove(Hold hold) const {
  std::error_code error;
  fs::remove_all(folder_of(hold.id()), error);
}

void Spool::set_aside(const Hold& hold) const {
  const fs::path mark = folder_of(hold.id()) / set_aside_name;
  g_file_set_contents_full(mark.c_str(), "", 0, G_FILE_SET_CONTENTS_CONSISTENT, private_file,
                           nullptr);
}

void Spool::move_to_file(const Hold& hold, const std::string& image_file) const {
  // Where the disk does not take it, the record stays what it was.
  (void)write_image_file(folder_of(hold.id()), image_file);
}

std::vector<Spool::Entry> Spool::list() const {
  auto names = names_in(folder_);
  std::erase_if(names, [](const std::string& name) { return !is_record_id(name); });
  std::ranges::sort(names, std::greater());
  std::vector<Entry> entries;
  for (std::string& name : names) {
    const fs::path folder = folder_of(name);
    std::error_code error;
    entries.push_back({.id = std::move(name),
                       .is_held = FolderLock::is_taken(folder),
                       .is_set_aside = fs::exists(folder / set_aside_name, error)});
  }
  return entries;
}

std::optional<Spool::Hold> Spool::hold(const std::string& id) const {
  auto lock = FolderLock::take(folder_of(id));
  if (!lock) return {};
  return Hold(id, std::move(*lock));
}

std::optional<SpoolRecord> Spool::read(const Hold& hold) const {
  return read_unheld(hold.id());
}

std::optional<SpoolRecord> Spool::read_where(
    const Hold& hold, const std::function<bool(const SpoolRecord&)>& is_wanted) const {
  const auto bare = read_bare_record(folder_of(hold.id()));
  return bare && is_wanted(*bare) ? read(hold) : std::nullopt;
}

std::optional<SpoolRecord> Spool::read_unheld(const std::string& id) const {
  return read_record(folder_of(id));
}

bool Spool::is_set_aside(const Hold& hold) const {
  std::error_code error;
  return fs::exists(folder_of(hold.id()) / set_aside_name, error);
}

void Spool::clean(const std::string& kept) const {
  for (const std::string& name : names_in(folder_))
    if (is_unfinished(name)) remove_unheld(folder_ / name);

  const auto oldest = fs::file_time_type::clock::now() - limits_.max_age;
  std::uint64_t total = 0;
  for (const Entry& entry : list()) {
    const fs::path folder = folder_of(entry.id);
    const std::uint64_t bytes = bytes_in(folder);
    std::error_code error;
    const bool is_old = fs::last_write_time(folder, error) < oldest && !error;
    const bool goes = entry.id != kept && (is_old || total + bytes > limits_.max_bytes);
    if (!goes || !remove_unheld(folder)) total += bytes;
  }
}

}  // namespace wordbrush::edit
