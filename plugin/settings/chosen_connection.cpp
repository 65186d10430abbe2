// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/chosen_connection.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/glib_ptr.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

using Getenv = std::function<const char*(const char*)>;

std::string value_of(const Getenv& getenv, const char* variable) {
  const char* const value = getenv(variable);
  return value == nullptr ? std::string() : std::string(trimmed(value));
}

bool looks_like_url(std::string_view text) {
  if (text.contains(' ')) return false;
  return text.contains("://") || text.contains('.') || text == "localhost" ||
         text.starts_with("localhost:") || text.starts_with("localhost/");
}

std::optional<Connection> find_by_name(const std::vector<Connection>& saved,
                                       std::string_view name) {
  auto found = std::ranges::find(saved, name, &Connection::name);
  if (found == saved.end())
    found = std::ranges::find_if(saved, [folded = without_case(name)](const auto& connection) {
      return without_case(connection.name) == folded;
    });
  if (found == saved.end()) return std::nullopt;
  return *found;
}

Result<ResolvedConnection> from_base_url(std::string_view base_url, const Getenv& getenv) {
  ResolvedConnection resolved{.connection = {.name = "", .base_url = std::string(base_url)}};
  const auto key = value_of(getenv, "WORDBRUSH_API_KEY");
  if (key.empty()) return resolved;

  auto cleaned = clean_key(key);
  if (!cleaned) return fail(std::move(cleaned.error()));
  resolved.key_from_environment = std::move(*cleaned);
  return resolved;
}

std::unexpected<Error> fail_unknown(const std::string& asked,
                                    const std::vector<Connection>& saved) {
  std::string names;
  for (const auto& connection : saved) {
    if (!names.empty()) names += ", ";
    names += connection.name;
  }
  const GCharPtr readable(g_utf8_make_valid(asked.data(), static_cast<gssize>(asked.size())));
  const GCharPtr detail(g_strdup_printf(_("There is no connection named \"%s\". Saved are: %s."),
                                        readable.get(), names.c_str()));
  return fail(ErrorKind::Input, detail.get());
}

}  // namespace

Result<ResolvedConnection> resolve_connection(const ConnectionStore& store,
                                              std::string_view argument, const Getenv& getenv) {
  const auto saved = store.load();
  if (!saved) return fail(saved.error());

  std::string asked(trimmed(argument));
  if (asked.empty()) asked = value_of(getenv, "WORDBRUSH_CONNECTION");
  if (asked.empty()) {
    auto chosen = store.chosen();
    if (!chosen) return fail(std::move(chosen.error()));
    asked = std::move(*chosen);
  }

  if (!is_one_line(asked)) return fail_unknown(asked, *saved);
  if (auto connection = find_by_name(*saved, asked))
    return ResolvedConnection{.connection = std::move(*connection)};
  if (looks_like_url(asked)) return from_base_url(asked, getenv);
  return fail_unknown(asked, *saved);
}

}  // namespace wordbrush::settings
