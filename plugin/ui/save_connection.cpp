// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/save_connection.h"

#include <utility>

#include "settings/text_rules.h"
#include "ui/key_change.h"

namespace wordbrush::ui {

namespace {

using settings::KeyOwner;
using settings::KeyPlace;
using OnKeySaved = std::function<void(Result<std::optional<KeyPlace>>)>;

void save_key(settings::KeyStore& keys, const KeyOwner& owner, const std::string& key,
              OnKeySaved on_done) {
  if (key.empty()) return on_done(std::nullopt);
  keys.save(owner.name, owner.host, key,
            [on_done = std::move(on_done)](const Result<KeyPlace>& saved) {
              if (saved)
                on_done(*saved);
              else
                on_done(fail(saved.error()));
            });
}

}  // namespace

void save_connection(ConnectionsModel& model, settings::KeyStore& keys,
                     const std::string& typed_key, OnKeySaved on_done) {
  if (model.is_demo()) return on_done(std::nullopt);
  std::string key(settings::trimmed(typed_key));
  // Before anything is written: a key that is none changes nothing.
  if (!key.empty()) {
    if (auto cleaned = settings::clean_key(key); !cleaned)
      return on_done(fail(std::move(cleaned.error())));
  }
  auto change = model.save();
  if (!change) return on_done(fail(std::move(change.error())));
  auto owner = model.key_owner();
  if (!owner) return on_done(fail(std::move(owner.error())));
  if (!*change) return save_key(keys, *owner, key, std::move(on_done));

  apply(keys, **change,
        [&keys, owner = std::move(*owner), key = std::move(key),
         on_done = std::move(on_done)](Result<void> applied) mutable {
          if (!applied) return on_done(fail(std::move(applied.error())));
          save_key(keys, owner, key, std::move(on_done));
        });
}

}  // namespace wordbrush::ui
