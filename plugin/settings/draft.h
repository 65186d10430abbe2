// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace wordbrush::settings {

/// A picture that was to be sent along: a file, or else a layer.
struct DraftReference {
  std::string file;     ///< its URI; empty: it is a layer
  std::string session;  ///< the run of GIMP in which the ids hold
  int image_id = 0;
  int layer_id = 0;
  std::string name;  ///< for people
  std::string role;  ///< empty: none

  friend bool operator==(const DraftReference&, const DraftReference&) = default;
};

/// What was said in the window and perhaps never sent. The clause is a preference.
struct Draft {
  std::string prompt;
  std::vector<DraftReference> references;

  friend bool operator==(const Draft&, const Draft&) = default;
};

/// draft.ini in the plug-in's own folder, mode 0600: what is typed outlives the window,
/// however it ends. Holds no key.
class DraftStore {
 public:
  explicit DraftStore(const std::filesystem::path& folder);

  /// Nothing where there is none, or it cannot be read: a draft is no reason to fail.
  std::optional<Draft> load() const;

  /// Does nothing where that is what was saved last. Puts what is no draft aside. Fails with
  /// ErrorKind::Settings.
  Result<void> save(const Draft& draft);

 private:
  std::filesystem::path file_;
  std::optional<Draft> saved_;
};

}  // namespace wordbrush::settings
