// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connection_store.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "settings/extra_headers.h"
#include "settings/key_file.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

// One group for each connection, by number: a connection's name may hold the
// brackets that a group's may not.
constexpr const char* connection_group = "connection";
constexpr const char* general_group = "general";
constexpr const char* chosen_key = "chosen";
constexpr const char* name_key = "name";
constexpr const char* base_url_key = "base_url";
constexpr const char* model_key = "model";
constexpr const char* stream_key = "stream";
constexpr const char* dialect_key = "dialect";
constexpr const char* size_fields_key = "size_fields";
constexpr const char* headers_key = "headers";

Connection trimmed_copy(const Connection& connection) {
  return {
      .name = std::string(trimmed(connection.name)),
      .base_url = std::string(trimmed(connection.base_url)),
      .model = std::string(trimmed(connection.model)),
      .stream = connection.stream,
      .dialect = std::string(trimmed(connection.dialect)),
      .size_fields = std::string(trimmed(connection.size_fields)),
      .headers =
          parse_extra_headers(connection.headers).transform(to_text).value_or(connection.headers)};
}

/// Which names there are is known elsewhere, and newer versions know more.
bool can_be_choice(std::string_view name) {
  return is_one_line(name) && character_count(name) <= max_name_characters;
}

/// `connection` is a trimmed_copy().
Result<void> check(const Connection& connection) {
  const auto& [name, base_url, model, stream, dialect, size_fields, headers] = connection;
  if (name.empty()) return fail(ErrorKind::Input, _("A connection needs a name."));
  if (!is_one_line(name) || character_count(name) > max_name_characters)
    return fail(ErrorKind::Input, _("The name is too long or has a line break in it."));
  if (without_case(name) == without_case(offline_demo().name))
    return fail(ErrorKind::Input, _("The offline demo's name is taken. Choose another one."));
  if (base_url.empty()) return fail(ErrorKind::Input, _("A connection needs an address."));
  if (!is_one_line(base_url) || base_url.size() > max_url_bytes)
    return fail(ErrorKind::Input, _("The address is too long or has a line break in it."));
  if (model.empty()) return fail(ErrorKind::Input, _("A connection needs a model."));
  if (!is_one_line(model) || model.size() > max_model_bytes)
    return fail(ErrorKind::Input, _("The model's name is too long or has a line break in it."));
  if (!can_be_choice(dialect) || !can_be_choice(size_fields))
    return fail(ErrorKind::Input, _("What the service speaks is too long or has a line break."));
  if (auto parsed = parse_extra_headers(headers); !parsed) return fail(std::move(parsed.error()));
  return {};
}

/// Older files have none of these. False where it is no text.
bool read_later_text(GKeyFile* key_file, const std::string& group, const char* key,
                     std::string& value) {
  if (!g_key_file_has_key(key_file, group.c_str(), key, nullptr)) return true;
  const auto text = text_of(key_file, group, key);
  value = text.value_or("");
  return text.has_value();
}

/// Nothing where a piece is missing or wrong.
std::optional<Connection> read_connection(GKeyFile* key_file, const std::string& group) {
  Connection connection{.name = text_of(key_file, group, name_key).value_or(""),
                        .base_url = text_of(key_file, group, base_url_key).value_or("")};
  if (g_key_file_has_key(key_file, group.c_str(), model_key, nullptr))
    connection.model = text_of(key_file, group, model_key).value_or("");
  if (!read_later_text(key_file, group, dialect_key, connection.dialect) ||
      !read_later_text(key_file, group, size_fields_key, connection.size_fields) ||
      !read_later_text(key_file, group, headers_key, connection.headers))
    return std::nullopt;
  if (g_key_file_has_key(key_file, group.c_str(), stream_key, nullptr)) {
    GErrorPtr error;
    connection.stream =
        g_key_file_get_boolean(key_file, group.c_str(), stream_key, out(error)) != FALSE;
    if (error) return std::nullopt;
  }
  if (connection != trimmed_copy(connection) || !check(connection)) return std::nullopt;
  return connection;
}

/// The group of the connection of that name; empty where there is none.
std::string group_of(GKeyFile* key_file, std::string_view name) {
  for (const auto& group : numbered_groups(key_file, connection_group))
    if (text_of(key_file, group, name_key) == name) return group;
  return {};
}

Result<std::vector<Connection>> read_all(GKeyFile* key_file, const std::filesystem::path& file) {
  std::vector<Connection> connections{offline_demo()};
  for (const auto& group : numbered_groups(key_file, connection_group)) {
    auto connection = read_connection(key_file, group);
    if (!connection) return fail_damaged(file);
    connections.push_back(std::move(*connection));
  }
  return connections;
}

/// Only what read_all() accepts is ever changed.
Result<void> update_sound(const std::filesystem::path& file,
                          const std::function<Result<void>(GKeyFile*)>& change) {
  return update_key_file(file, [&](GKeyFile* key_file) -> Result<void> {
    if (auto all = read_all(key_file, file); !all) return fail(std::move(all.error()));
    return change(key_file);
  });
}

std::unexpected<Error> fail_unknown(std::string_view name) {
  const GCharPtr detail(
      g_strdup_printf(_("There is no connection named \"%s\"."), std::string(name).c_str()));
  return fail(ErrorKind::Input, detail.get());
}

}  // namespace

ConnectionStore::ConnectionStore(const std::filesystem::path& folder)
    : file_(folder / "connections.ini") {}

Result<std::vector<Connection>> ConnectionStore::load() const {
  const auto key_file = load_key_file(file_);
  if (!key_file) return fail(key_file.error());
  return read_all(key_file->get(), file_);
}

Result<void> ConnectionStore::save(const Connection& untrimmed) {
  const auto connection = trimmed_copy(untrimmed);
  if (auto checked = check(connection); !checked) return checked;
  return update_sound(file_, [&](GKeyFile* target) -> Result<void> {
    auto group = group_of(target, connection.name);
    if (group.empty()) group = next_group(target, connection_group);
    set_text(target, group, name_key, connection.name);
    set_text(target, group, base_url_key, connection.base_url);
    set_text(target, group, model_key, connection.model);
    g_key_file_set_boolean(target, group.c_str(), stream_key, connection.stream);
    set_text(target, group, dialect_key, connection.dialect);
    set_text(target, group, size_fields_key, connection.size_fields);
    set_text(target, group, headers_key, connection.headers);
    return {};
  });
}

Result<void> ConnectionStore::remove(std::string_view name) {
  return update_sound(file_, [&](GKeyFile* target) -> Result<void> {
    const auto group = group_of(target, name);
    if (group.empty()) return fail_unknown(name);
    g_key_file_remove_group(target, group.c_str(), nullptr);
    if (text_of(target, general_group, chosen_key) == name)
      g_key_file_remove_key(target, general_group, chosen_key, nullptr);
    return {};
  });
}

Result<std::string> ConnectionStore::chosen() const {
  const auto key_file = load_key_file(file_);
  if (!key_file) return fail(key_file.error());
  if (auto all = read_all(key_file->get(), file_); !all) return fail(std::move(all.error()));

  auto name = text_of(key_file->get(), general_group, chosen_key);
  if (!name || group_of(key_file->get(), *name).empty()) return offline_demo().name;
  return std::move(*name);
}

Result<void> ConnectionStore::choose(std::string_view name) {
  return update_sound(file_, [&](GKeyFile* target) -> Result<void> {
    if (name != offline_demo().name && group_of(target, name).empty()) return fail_unknown(name);
    set_text(target, general_group, chosen_key, std::string(name));
    return {};
  });
}

}  // namespace wordbrush::settings
