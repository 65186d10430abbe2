// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/key_file.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <ranges>
#include <span>

#include "settings/file_lock.h"
#include "settings/folder.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

/// The lines that hold a group or a value.
std::ptrdiff_t count_lines(std::string_view text) {
  return std::ranges::count_if(std::views::split(text, '\n'), [](const auto& part) {
    const std::string_view line = trimmed(std::string_view(part));
    return !line.empty() && !line.starts_with('#');
  });
}

/// Where a group stands twice, GLib makes one of both, and what the first one says is hidden.
bool is_all_of(GKeyFile* key_file, std::string_view text) {
  gsize size = 0;
  const GCharPtr again(g_key_file_to_data(key_file, &size, nullptr));
  return count_lines({again.get(), size}) == count_lines(text);
}

/// Some editors put one before UTF-8.
std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

}  // namespace

Result<KeyFilePtr> load_key_file(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());

  KeyFilePtr key_file(g_key_file_new());
  const auto text = without_byte_order_mark(*bytes);
  if (text.empty()) return key_file;
  if (!g_utf8_validate_len(text.data(), text.size(), nullptr)) return fail_damaged(file);
  // GLib's message would repeat the damaged line, which may hold a key.
  if (!g_key_file_load_from_data(key_file.get(), text.data(), text.size(), G_KEY_FILE_KEEP_COMMENTS,
                                 nullptr) ||
      !is_all_of(key_file.get(), text))
    return fail_damaged(file);
  return key_file;
}

Result<void> update_key_file(const std::filesystem::path& file,
                             const std::function<Result<void>(GKeyFile*)>& change) {
  const auto lock = FileLock::take(file);
  if (!lock) return fail(lock.error());
  const auto key_file = load_key_file(file);
  if (!key_file) return fail(key_file.error());
  if (auto changed = change(key_file->get()); !changed) return changed;
  return save_key_file(file, key_file->get());
}

Result<void> save_key_file(const std::filesystem::path& file, GKeyFile* key_file) {
  gsize size = 0;
  const GCharPtr text(g_key_file_to_data(key_file, &size, nullptr));
  return write_file(file, {text.get(), size});
}

std::unexpected<Error> fail_damaged(const std::filesystem::path& file) {
  const GCharPtr name(g_filename_display_name(file.c_str()));
  const GCharPtr detail(
      g_strdup_printf(_("%s is damaged. Repair it, or move it away to start anew."), name.get()));
  return fail(ErrorKind::Settings, detail.get());
}

std::optional<std::string> text_of(GKeyFile* key_file, const std::string& group, const char* key) {
  const GCharPtr text(g_key_file_get_string(key_file, group.c_str(), key, nullptr));
  if (!text) return std::nullopt;
  return text.get();
}

void set_text(GKeyFile* key_file, const std::string& group, const char* key,
              const std::string& text) {
  g_key_file_set_string(key_file, group.c_str(), key, text.c_str());
}

std::vector<std::string> numbered_groups(GKeyFile* key_file, std::string_view prefix) {
  using Strings = std::unique_ptr<gchar*, FreeWith<g_strfreev>>;
  gsize count = 0;
  const Strings names(g_key_file_get_groups(key_file, &count));

  std::vector<std::string> groups;
  const std::string start = std::string(prefix) + ' ';
  for (const std::string name : std::span(names.get(), count))
    if (name.starts_with(start)) groups.push_back(name);
  return groups;
}

std::string next_group(GKeyFile* key_file, std::string_view prefix) {
  for (int number = 1;; ++number) {
    auto group = std::string(prefix) + ' ' + std::to_string(number);
    if (!g_key_file_has_group(key_file, group.c_str())) return group;
  }
}

}  // namespace wordbrush::settings
