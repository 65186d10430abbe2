// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "settings/key_store.h"
#include "ui/connections_model.h"

namespace wordbrush::ui {

/// Saves the model's draft, takes its key along where its name or host changed, and
/// saves `typed_key` unless that is empty. Calls `on_done` once, at once or from the
/// main loop; the place is that of the typed key. Stops at the first failure.
/// `model` and `keys` outlive the call, or nothing is called.
void save_connection(ConnectionsModel& model, settings::KeyStore& keys,
                     const std::string& typed_key,
                     std::function<void(Result<std::optional<settings::KeyPlace>>)> on_done);

}  // namespace wordbrush::ui
