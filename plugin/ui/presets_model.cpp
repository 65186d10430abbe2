// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets_model.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <span>
#include <utility>

#include "base/glib_ptr.h"
#include "settings/preset_file.h"

namespace wordbrush::ui {

using settings::Preset;

namespace {

std::string import_sentence(const settings::PresetMerge& merge) {
  const auto count = static_cast<unsigned long>(merge.added + merge.replaced + merge.same);
  const GCharPtr came(
      g_strdup_printf(ngettext("%lu preset imported", "%lu presets imported", count), count));
  const GCharPtr sentence(g_strdup_printf(_("%s: %lu new, %lu changed, %lu as before."), came.get(),
                                          static_cast<unsigned long>(merge.added),
                                          static_cast<unsigned long>(merge.replaced),
                                          static_cast<unsigned long>(merge.same)));
  return sentence.get();
}

}  // namespace

Result<void> PresetsModel::load() {
  return reload({});
}

/// Selects the one of that id, or the one where the selection is.
Result<void> PresetsModel::reload(const std::string& id) {
  auto all = store_.load();
  if (!all) return fail(std::move(all.error()));
  const auto built_in = settings::built_in_presets();
  can_restore_ = !std::ranges::equal(built_in, std::span(*all).first(built_in.size()));
  std::erase_if(*all, [](const Preset& preset) { return preset.is_hidden; });
  rows_ = std::move(*all);
  const auto found = std::ranges::find(rows_, id, &Preset::id);
  if (found != rows_.end()) selected_ = static_cast<std::size_t>(found - rows_.begin());
  select(selected_);
  return {};
}

void PresetsModel::select(std::size_t row) {
  if (row + 1 < rows_.size() && is_unsaved()) rows_.pop_back();
  selected_ = rows_.empty() ? 0 : std::min(row, rows_.size() - 1);
  draft_ = rows_.empty() ? Preset{} : rows_[selected_];
}

void PresetsModel::edit(std::string name, std::string text) {
  draft_.name = std::move(name);
  draft_.text = std::move(text);
}

bool PresetsModel::is_untouched() const {
  return rows_.empty() || (is_unsaved() && draft_ == rows_.back());
}

Result<void> PresetsModel::save() {
  if (rows_.empty() || (!draft_.id.empty() && draft_ == rows_[selected_])) return {};
  const auto id = store_.save(draft_);
  if (!id) return fail(id.error());
  return reload(*id);
}

void PresetsModel::discard() {
  if (is_unsaved()) rows_.pop_back();
  select(selected_);
}

void PresetsModel::add(std::string text) {
  if (is_unsaved()) rows_.pop_back();
  rows_.push_back({.text = std::move(text)});
  select(rows_.size() - 1);
}

Result<void> PresetsModel::remove() {
  if (rows_.empty()) return {};
  if (is_unsaved() && selected_ + 1 == rows_.size()) {
    discard();
    return {};
  }
  if (auto removed = store_.remove(rows_[selected_].id); !removed) return removed;
  return reload({});
}

Result<void> PresetsModel::restore() {
  if (auto restored = store_.restore_built_ins(); !restored) return restored;
  return reload(draft_.id);
}

Result<std::string> PresetsModel::import_from(const std::filesystem::path& file) {
  const auto presets = settings::import_presets(file);
  if (!presets) return fail(presets.error());
  const auto merge = store_.merge(*presets);
  if (!merge) return fail(merge.error());
  if (auto reloaded = reload(draft_.id); !reloaded) return fail(reloaded.error());
  return import_sentence(*merge);
}

Result<std::string> PresetsModel::export_to(const std::filesystem::path& file) const {
  auto presets = rows_;
  std::erase_if(presets, [built_in = settings::built_in_presets()](const Preset& preset) {
    return std::ranges::contains(built_in, preset);
  });
  if (presets.empty())
    return fail(ErrorKind::Input, _("There is no preset of your own that could be exported."));
  if (auto exported = settings::export_presets(file, presets); !exported)
    return fail(std::move(exported.error()));
  const auto count = static_cast<unsigned long>(presets.size());
  const GCharPtr sentence(
      g_strdup_printf(ngettext("%lu preset saved.", "%lu presets saved.", count), count));
  return sentence.get();
}

}  // namespace wordbrush::ui
