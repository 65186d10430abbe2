// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keys_file.h"

#include "settings/key_file.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

constexpr const char* key_group = "key";
constexpr const char* connection_key = "connection";
constexpr const char* host_key = "host";
constexpr const char* secret_key = "key";

/// The group of the owner's key; empty where there is none.
std::string group_of(GKeyFile* key_file, const KeyOwner& owner) {
  for (const auto& group : numbered_groups(key_file, key_group)) {
    if (text_of(key_file, group, connection_key) == owner.name &&
        text_of(key_file, group, host_key) == owner.host)
      return group;
  }
  return {};
}

}  // namespace

Result<std::optional<std::string>> KeysFile::find(const KeyOwner& owner) const {
  const auto key_file = load_key_file(file_);
  if (!key_file) return fail(key_file.error());

  const auto group = group_of(key_file->get(), owner);
  if (group.empty()) return std::nullopt;
  auto key = clean_key(text_of(key_file->get(), group, secret_key).value_or(""));
  if (!key) return fail_damaged(file_);
  return std::move(*key);
}

Result<void> KeysFile::put(const KeyOwner& owner, const std::string& key) {
  return update_key_file(file_, [&](GKeyFile* target) -> Result<void> {
    auto group = group_of(target, owner);
    if (group.empty()) group = next_group(target, key_group);
    set_text(target, group, connection_key, owner.name);
    set_text(target, group, host_key, owner.host);
    set_text(target, group, secret_key, key);
    return {};
  });
}

Result<void> KeysFile::erase(const KeyOwner& owner) {
  const auto key_file = load_key_file(file_);
  if (!key_file) return fail(key_file.error());
  if (group_of(key_file->get(), owner).empty()) return {};
  return update_key_file(file_, [&](GKeyFile* target) -> Result<void> {
    if (const auto group = group_of(target, owner); !group.empty())
      g_key_file_remove_group(target, group.c_str(), nullptr);
    return {};
  });
}

}  // namespace wordbrush::settings
