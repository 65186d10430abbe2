// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/glib_ptr.h"
#include "settings/file_lock.h"
#include "settings/folder.h"
#include "settings/key_file.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

const std::string window_group = "window";
constexpr const char* clause_key = "clause";
constexpr const char* hosts_key = "known_hosts";
constexpr std::size_t max_clause_bytes = 16384;
constexpr std::size_t max_hosts = 1000;

struct Number {
  const char* key;
  int Preferences::* member;
  int least;
  int most;
};

struct Switch {
  const char* key;
  bool Preferences::* member;
};

struct Text {
  const char* key;
  std::string Preferences::* member;
  std::size_t max_bytes;
};

// No screen is larger; nothing that is smaller can be used.
constexpr int max_pixels = 16384;
constexpr auto numbers = std::to_array<Number>({
    {"width", &Preferences::width, 400, max_pixels},
    {"height", &Preferences::height, 300, max_pixels},
    {"column_width", &Preferences::column_width, 200, max_pixels},
    {"results_mib", &Preferences::results_mib, 0, 1 << 20},
});
constexpr auto switches = std::to_array<Switch>({
    {"apply_first", &Preferences::apply_first},
    {"adds_clause", &Preferences::adds_clause},
    {"keeps_recipes", &Preferences::keeps_recipes},
});
constexpr auto texts = std::to_array<Text>({
    {"connection", &Preferences::connection, max_url_bytes},
    {"model", &Preferences::model, max_model_bytes},
});

void read_number(GKeyFile* source, const Number& number, Preferences& into) {
  GErrorPtr error;
  const int value = g_key_file_get_integer(source, window_group.c_str(), number.key, out(error));
  if (!error && value >= number.least && value <= number.most) into.*number.member = value;
}

void read_switch(GKeyFile* source, const Switch& to_read, Preferences& into) {
  GErrorPtr error;
  const bool value =
      g_key_file_get_boolean(source, window_group.c_str(), to_read.key, out(error)) != FALSE;
  if (!error) into.*to_read.member = value;
}

void read_text(GKeyFile* source, const Text& text, Preferences& into) {
  auto value = text_of(source, window_group, text.key);
  if (value && is_one_line(*value) && value->size() <= text.max_bytes)
    into.*text.member = std::move(*value);
}

std::vector<std::string> hosts_in(GKeyFile* source) {
  using Strings = std::unique_ptr<gchar*, FreeWith<g_strfreev>>;
  gsize count = 0;
  const Strings list(
      g_key_file_get_string_list(source, window_group.c_str(), hosts_key, &count, nullptr));
  std::vector<std::string> hosts;
  if (list)
    for (const std::string host : std::span(list.get(), std::min(count, max_hosts)))
      if (!host.empty() && is_one_line(host)) hosts.push_back(host);
  return hosts;
}

Preferences read_all(GKeyFile* source) {
  Preferences preferences;
  for (const Number& number : numbers) read_number(source, number, preferences);
  for (const Switch& to_read : switches) read_switch(source, to_read, preferences);
  for (const Text& text : texts) read_text(source, text, preferences);
  auto clause = text_of(source, window_group, clause_key);
  if (clause && clause->size() <= max_clause_bytes) preferences.clause = std::move(clause);
  preferences.known_hosts = hosts_in(source);
  return preferences;
}

void write_clause(GKeyFile* target, const std::optional<std::string>& clause) {
  if (clause)
    set_text(target, window_group, clause_key, *clause);
  else
    g_key_file_remove_key(target, window_group.c_str(), clause_key, nullptr);
}

void write_hosts(GKeyFile* target, const std::vector<std::string>& hosts) {
  std::vector<const char*> list;
  list.reserve(hosts.size());
  for (const auto& host : hosts) list.push_back(host.c_str());
  g_key_file_set_string_list(target, window_group.c_str(), hosts_key, list.data(), list.size());
}

/// Only what is another now: a value that only a newer version can read stays.
void write_changes(GKeyFile* target, const Preferences& before, const Preferences& now) {
  const char* const group = window_group.c_str();
  for (const auto& [key, member, least, most] : numbers)
    if (before.*member != now.*member)
      g_key_file_set_integer(target, group, key, std::clamp(now.*member, least, most));
  for (const auto& [key, member] : switches)
    if (before.*member != now.*member) g_key_file_set_boolean(target, group, key, now.*member);
  for (const auto& [key, member, max_bytes] : texts)
    if (before.*member != now.*member) set_text(target, window_group, key, now.*member);
  if (before.clause != now.clause) write_clause(target, now.clause);
  if (before.known_hosts != now.known_hosts) write_hosts(target, now.known_hosts);
}

KeyFilePtr load_or_start_anew(const std::filesystem::path& file) {
  auto key_file = load_key_file(file);
  return key_file ? std::move(*key_file) : KeyFilePtr(g_key_file_new());
}

}  // namespace

bool knows_host(const Preferences& preferences, std::string_view host) {
  return std::ranges::contains(preferences.known_hosts, without_case(host));
}

void remember_host(Preferences& preferences, std::string_view host) {
  if (knows_host(preferences, host)) return;
  auto& hosts = preferences.known_hosts;
  if (hosts.size() == max_hosts) hosts.erase(hosts.begin());
  hosts.push_back(without_case(host));
}

PreferenceStore::PreferenceStore(const std::filesystem::path& folder)
    : file_(folder / "window.ini") {}

Preferences PreferenceStore::load() const {
  return read_all(load_or_start_anew(file_).get());
}

Result<void> PreferenceStore::update(const std::function<void(Preferences&)>& change) {
  const auto lock = FileLock::take(file_);
  if (!lock) return fail(lock.error());
  auto loaded = load_key_file(file_);
  const bool is_damaged = !loaded;
  const auto key_file = loaded ? std::move(*loaded) : KeyFilePtr(g_key_file_new());
  const auto before = read_all(key_file.get());
  auto now = before;
  change(now);
  if (now == before) return {};
  if (is_damaged)
    if (auto aside = put_aside(file_); !aside) return aside;
  write_changes(key_file.get(), before, now);
  return save_key_file(file_, key_file.get());
}

}  // namespace wordbrush::settings
