// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "settings/preset_store.h"

namespace wordbrush::ui {

/// What the presets window shows and does, without its widgets: the presets that are not
/// hidden, which one is selected, and a draft of that one that is saved when it is left.
///
/// Every failure is an Error in words for the user and leaves the draft as it is.
class PresetsModel {
 public:
  /// `store` outlives the model.
  explicit PresetsModel(settings::PresetStore& store) : store_(store) {}

  /// Reads what is saved and selects the first one.
  Result<void> load();

  /// An unsaved one is last.
  const std::vector<settings::Preset>& rows() const { return rows_; }
  /// Means nothing where there are no rows.
  std::size_t selected() const { return selected_; }

  const settings::Preset& draft() const { return draft_; }
  void edit(std::string name, std::string text);

  /// Whether the draft is a new one that nobody named or wrote on.
  bool is_untouched() const;

  /// Writes the draft. Does nothing where nothing changed.
  Result<void> save();
  /// Takes the draft back to what is saved; a new one is gone.
  void discard();

  /// Each needs a draft that is saved, discarded or untouched.
  void select(std::size_t row);
  void add(std::string text = {});
  /// Both return how many there were, in a sentence.
  Result<std::string> import_from(const std::filesystem::path& file);
  /// What the program brings along unchanged is left out.
  Result<std::string> export_to(const std::filesystem::path& file) const;

  /// Removes the selected one and selects its neighbor.
  Result<void> remove();

  /// Whether a built-in one is hidden or not what it was.
  bool can_restore() const { return can_restore_; }
  Result<void> restore();

 private:
  Result<void> reload(const std::string& id);
  bool is_unsaved() const { return !rows_.empty() && rows_.back().id.empty(); }

  settings::PresetStore& store_;
  std::vector<settings::Preset> rows_;
  std::size_t selected_ = 0;
  settings::Preset draft_;
  bool can_restore_ = false;
};

}  // namespace wordbrush::ui
