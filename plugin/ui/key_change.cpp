// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/key_change.h"

#include <string>
#include <utility>

namespace wordbrush::ui {

namespace {

using OnDone = std::function<void(Result<void>)>;

void save_and_remove(settings::KeyStore& keys, const KeyChange& change, const std::string& key,
                     OnDone on_done) {
  keys.save(change.to->name, change.to->host, key,
            [&keys, from = change.from,
             on_done = std::move(on_done)](Result<settings::KeyPlace> saved) mutable {
              if (!saved) return on_done(fail(std::move(saved.error())));
              keys.remove(from.name, from.host, std::move(on_done));
            });
}

}  // namespace

void apply(settings::KeyStore& keys, const KeyChange& change, OnDone on_done) {
  if (!change.to) return keys.remove(change.from.name, change.from.host, std::move(on_done));
  keys.lookup(
      change.from.name, change.from.host, settings::Unlock::IfNeeded,
      [&keys, change, on_done = std::move(on_done)](Result<settings::StoredKey> stored) mutable {
        if (!stored && stored.error().kind == ErrorKind::Settings)
          return on_done(fail(std::move(stored.error())));
        if (!stored) return on_done({});
        save_and_remove(keys, change, stored->key, std::move(on_done));
      });
}

}  // namespace wordbrush::ui
