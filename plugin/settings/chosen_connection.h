// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "settings/connection.h"
#include "settings/connection_store.h"

namespace wordbrush::settings {

struct ResolvedConnection {
  Connection connection;  ///< unnamed where it was given as a base URL
  /// WORDBRUSH_API_KEY, only for a connection given as a base URL: a saved
  /// connection's host never gets it.
  std::optional<std::string> key_from_environment;
};

/// What a procedure's `connection` argument means: a saved connection's name (as it
/// is, else in any case), or a base URL (with a scheme, or a host like
/// "api.example.com" or "localhost:8080"). Empty: WORDBRUSH_CONNECTION, read the
/// same way; without it the one that is chosen in `store`.
///
/// Fails with ErrorKind::Input, naming the saved ones, where it is none of these or
/// WORDBRUSH_API_KEY cannot be a key, and with what ConnectionStore::load() says.
Result<ResolvedConnection> resolve_connection(
    const ConnectionStore& store, std::string_view argument,
    const std::function<const char*(const char*)>& getenv);

}  // namespace wordbrush::settings
