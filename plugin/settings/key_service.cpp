// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/key_service.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include <memory>

#include "base/glib_ptr.h"
#include "settings/text_rules.h"

namespace wordbrush::settings::key_service {

namespace {

constexpr const char* name_attribute = "connection";
constexpr const char* host_attribute = "host";

const SecretSchema* schema() {
  static const SecretSchema keys = {"org.wordbrush.Key",
                                    SECRET_SCHEMA_NONE,
                                    {{name_attribute, SECRET_SCHEMA_ATTRIBUTE_STRING},
                                     {host_attribute, SECRET_SCHEMA_ATTRIBUTE_STRING}},
                                    0,
                                    nullptr,
                                    nullptr,
                                    nullptr,
                                    nullptr,
                                    nullptr,
                                    nullptr,
                                    nullptr};
  return &keys;
}

void free_items(GList* items) {
  g_list_free_full(items, g_object_unref);
}

void free_value(SecretValue* value) {
  secret_value_unref(value);
}

/// Other programs may write into the keyring, too.
std::optional<std::string> to_key(const char* secret) {
  auto key = clean_key(secret);
  if (!key) return std::nullopt;
  return std::move(*key);
}

}  // namespace

void start_lookup(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready) {
  secret_password_lookup(schema(), cancellable, AwaitResult::on_ready, &ready, name_attribute,
                         owner.name.c_str(), host_attribute, owner.host.c_str(), nullptr);
}

std::optional<std::string> finish_lookup(GAsyncResult* result) {
  using Secret = std::unique_ptr<gchar, FreeWith<secret_password_free>>;
  GErrorPtr error;
  const Secret secret(secret_password_lookup_finish(result, out(error)));
  return secret ? to_key(secret.get()) : std::nullopt;
}

void start_peek(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready) {
  secret_password_search(schema(), SECRET_SEARCH_LOAD_SECRETS, cancellable, AwaitResult::on_ready,
                         &ready, name_attribute, owner.name.c_str(), host_attribute,
                         owner.host.c_str(), nullptr);
}

std::optional<std::string> finish_peek(GAsyncResult* result) {
  using Items = std::unique_ptr<GList, FreeWith<free_items>>;
  using Value = std::unique_ptr<SecretValue, FreeWith<free_value>>;
  GErrorPtr error;
  const Items found(secret_password_search_finish(result, out(error)));
  if (!found || !SECRET_IS_ITEM(found->data)) return std::nullopt;
  const Value value(secret_item_get_secret(SECRET_ITEM(found->data)));
  const char* const text = value ? secret_value_get_text(value.get()) : nullptr;
  return text == nullptr ? std::nullopt : to_key(text);
}

void start_store(const KeyOwner& owner, const std::string& key, GCancellable* cancellable,
                 AwaitResult& ready) {
  const GCharPtr label(
      g_strdup_printf(_("Wordbrush key for %s (%s)"), owner.name.c_str(), owner.host.c_str()));
  secret_password_store(schema(), SECRET_COLLECTION_DEFAULT, label.get(), key.c_str(), cancellable,
                        AwaitResult::on_ready, &ready, name_attribute, owner.name.c_str(),
                        host_attribute, owner.host.c_str(), nullptr);
}

bool finish_store(GAsyncResult* result) {
  GErrorPtr error;
  return secret_password_store_finish(result, out(error)) != FALSE;
}

void start_clear(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready) {
  secret_password_clear(schema(), cancellable, AwaitResult::on_ready, &ready, name_attribute,
                        owner.name.c_str(), host_attribute, owner.host.c_str(), nullptr);
}

void finish_clear(GAsyncResult* result) {
  GErrorPtr error;
  secret_password_clear_finish(result, out(error));
}

void start_search(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready) {
  secret_password_search(schema(), SECRET_SEARCH_NONE, cancellable, AwaitResult::on_ready, &ready,
                         name_attribute, owner.name.c_str(), host_attribute, owner.host.c_str(),
                         nullptr);
}

bool finish_search(GAsyncResult* result) {
  GErrorPtr error;
  const std::unique_ptr<GList, FreeWith<free_items>> found(
      secret_password_search_finish(result, out(error)));
  return found != nullptr;
}

}  // namespace wordbrush::settings::key_service
