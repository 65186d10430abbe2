// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "settings/connection.h"

namespace wordbrush::settings {

/// The saved connections and which one is used when none is named: connections.ini
/// in the plug-in's own folder, written whole and atomically, mode 0600. Several processes
/// may use it at once.
///
/// A damaged file is never written over: load() fails with ErrorKind::Settings and
/// names it.
class ConnectionStore {
 public:
  /// `folder` is made (0700) when something is saved.
  explicit ConnectionStore(const std::filesystem::path& folder);

  /// What is saved, in order; the offline demo is always first.
  Result<std::vector<Connection>> load() const;

  /// Adds `connection` or replaces the one of its name, without the white space
  /// around its texts. Fails with
  /// ErrorKind::Input for an empty name, base URL or model, one that is too long
  /// (text_rules.h) or not one line, a dialect or size fields that can be no name,
  /// headers that cannot be sent (extra_headers.h), or the offline demo's name in any
  /// case.
  Result<void> save(const Connection& connection);

  /// What a newer version saved with a connection or beside it is left as it is.
  /// Fails with ErrorKind::Input where there is none of that name. One that was
  /// chosen leaves the offline demo chosen.
  Result<void> remove(std::string_view name);

  /// The name of the connection in use; the offline demo's until one is chosen.
  Result<std::string> chosen() const;
  Result<void> choose(std::string_view name);

 private:
  std::filesystem::path file_;
};

}  // namespace wordbrush::settings
