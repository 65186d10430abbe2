// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "settings/preset.h"

namespace wordbrush::settings {

/// What became of presets that came from elsewhere.
struct PresetMerge {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t same = 0;  ///< were there already, word for word

  friend bool operator==(const PresetMerge&, const PresetMerge&) = default;
};

/// The presets: the built-in ones, as the user changed them, and the user's own:
/// presets.ini in the plug-in's own folder, written whole and atomically, mode 0600. Several
/// processes may use it at once.
/// A damaged file is never written over: load() fails with ErrorKind::Settings and
/// names it.
class PresetStore {
 public:
  /// `folder` is made (0700) when something is saved.
  explicit PresetStore(const std::filesystem::path& folder);

  /// The built-in ones first, hidden ones among them, then the user's own in order.
  Result<std::vector<Preset>> load() const;

  /// Puts a cleaned() `preset` in the place of the one of its id, or behind all where it
  /// has none, and returns its id. It is not hidden afterwards. Fails with
  /// ErrorKind::Input where check() does, where another one that is not hidden has the
  /// name in any case, where the id is unknown, or where there are max_presets already.
  Result<std::string> save(const Preset& preset);

  /// Removes one of the user's own, hides a built-in one. Fails with ErrorKind::Input
  /// where the id is unknown.
  Result<void> remove(std::string_view id);

  /// Makes every built-in one what it was at first. Fails with ErrorKind::Input where a
  /// preset of the user's own has the name of one.
  Result<void> restore_built_ins();

  /// Puts in `presets`, all or none, by their names: one of a name that is there takes
  /// its place. Ids are not looked at.
  Result<PresetMerge> merge(const std::vector<Preset>& presets);

 private:
  std::filesystem::path file_;
};

}  // namespace wordbrush::settings
