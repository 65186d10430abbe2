// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "base/result.h"
#include "settings/key_owner.h"
#include "settings/key_store.h"

namespace wordbrush::ui {

/// What must become of a saved key because its connection changed.
struct KeyChange {
  settings::KeyOwner from;
  std::optional<settings::KeyOwner> to;  ///< none: the key is removed

  friend bool operator==(const KeyChange&, const KeyChange&) = default;
};

/// Carries it out and calls `on_done` once, from the main loop. Having no key to
/// move is no error. `keys` outlives the call, or nothing is called.
void apply(settings::KeyStore& keys, const KeyChange& change,
           std::function<void(Result<void>)> on_done);

}  // namespace wordbrush::ui
