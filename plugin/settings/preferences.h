// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wordbrush::settings {

/// How the user left the window.
struct Preferences {
  int width = 1120;           ///< of the window, pixels; at most what the screen has
  int height = 760;           ///< of the window, pixels; at most what the screen has
  int column_width = 360;     ///< of what is beside the canvas view, pixels
  bool apply_first = false;   ///< the first result goes into the image at once
  bool adds_clause = true;    ///< the clause goes with each prompt
  bool keeps_recipes = true;  ///< new layers hold how they were made
  int results_mib = 1024;     ///< the most that results may take of the disk, MiB; 0: keep none
  std::string connection;     ///< the last one's name; empty: the one in use
  std::string model;          ///< the last one; empty: the connection's own
  /// What the user made of the clause; none: the one that Wordbrush has.
  std::optional<std::string> clause;
  /// The hosts of which the user has read what leaves for them, in lower case.
  std::vector<std::string> known_hosts;

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

bool knows_host(const Preferences& preferences, std::string_view host);

/// Does nothing where it is known.
void remember_host(Preferences& preferences, std::string_view host);

/// window.ini in the plug-in's own folder, mode 0600.
class PreferenceStore {
 public:
  explicit PreferenceStore(const std::filesystem::path& folder);

  /// What is missing, damaged or out of its range has its value of above; the rest stays.
  Preferences load() const;

  /// Writes down what `change` does to what is saved by now, so that two processes lose
  /// nothing of each other's, and leaves what newer versions saved. A file that cannot be
  /// read at all is replaced. Fails with ErrorKind::Settings.
  Result<void> update(const std::function<void(Preferences&)>& change);

 private:
  std::filesystem::path file_;
};

}  // namespace wordbrush::settings
