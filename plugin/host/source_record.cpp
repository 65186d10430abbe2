// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/source_record.h"

#include <glib.h>

#include <array>
#include <memory>

#include "base/glib_ptr.h"

namespace wordbrush::host {

namespace {

using KeyFilePtr = std::unique_ptr<GKeyFile, FreeWith<g_key_file_unref>>;

constexpr const char* image_group = "image";
constexpr std::string_view layer_prefix = "layer ";
/// An image may come from anywhere.
constexpr std::size_t most_record_bytes = 1 << 20;

struct RecordText {
  const char* key;
  std::string SourceRecord::* member;
};

struct RecordNumber {
  const char* key;
  int SourceRecord::* member;
};

constexpr auto record_texts = std::to_array<RecordText>({
    {"session", &SourceRecord::session},
    {"before", &SourceRecord::before},
    {"written", &SourceRecord::written},
});
constexpr auto record_numbers = std::to_array<RecordNumber>({
    {"id", &SourceRecord::image_id},
    {"last_id", &SourceRecord::last_id},
    {"last_tattoo", &SourceRecord::last_tattoo},
});

std::string string_in(GKeyFile* file, const char* group, const char* key) {
  const GCharPtr value(g_key_file_get_string(file, group, key, nullptr));
  return value ? value.get() : "";
}

int number_in(GKeyFile* file, const char* group, const char* key) {
  return g_key_file_get_integer(file, group, key, nullptr);
}

OwnLayer read_own(GKeyFile* file, const char* group) {
  return {.term = term_of_name(string_in(file, group, "source")),
          .group = number_in(file, group, "group"),
          .is_gone = g_key_file_get_boolean(file, group, "gone", nullptr) != FALSE};
}

void write_own(GKeyFile* file, int id, const OwnLayer& own) {
  const std::string group = std::string(layer_prefix) + std::to_string(id);
  g_key_file_set_string(file, group.c_str(), "source", std::string(name_of(own.term)).c_str());
  g_key_file_set_integer(file, group.c_str(), "group", own.group);
  g_key_file_set_boolean(file, group.c_str(), "gone", own.is_gone);
}

}  // namespace

std::string to_text(const SourceRecord& record) {
  const KeyFilePtr file(g_key_file_new());
  for (const auto& [key, member] : record_texts)
    g_key_file_set_string(file.get(), image_group, key, (record.*member).c_str());
  for (const auto& [key, member] : record_numbers)
    g_key_file_set_integer(file.get(), image_group, key, record.*member);
  for (const auto& [id, own] : record.own) write_own(file.get(), id, own);
  const GCharPtr text(g_key_file_to_data(file.get(), nullptr, nullptr));
  return text.get();
}

SourceRecord read_source_record(std::string_view text) {
  SourceRecord record;
  const KeyFilePtr file(g_key_file_new());
  if (text.size() > most_record_bytes ||
      !g_key_file_load_from_data(file.get(), text.data(), text.size(), G_KEY_FILE_NONE, nullptr))
    return record;
  for (const auto& [key, member] : record_texts)
    record.*member = string_in(file.get(), image_group, key);
  for (const auto& [key, member] : record_numbers)
    record.*member = number_in(file.get(), image_group, key);
  using Groups = std::unique_ptr<gchar*, FreeWith<g_strfreev>>;
  const Groups groups(g_key_file_get_groups(file.get(), nullptr));
  for (gchar** group = groups.get(); *group != nullptr; ++group) {
    const std::string_view name(*group);
    if (!name.starts_with(layer_prefix)) continue;
    const OwnLayer own = read_own(file.get(), *group);
    const auto id = static_cast<int>(g_ascii_strtoll(*group + layer_prefix.size(), nullptr, 10));
    if (own.term != SourceTerm::None) record.own.emplace(id, own);
  }
  return record;
}

}  // namespace wordbrush::host
