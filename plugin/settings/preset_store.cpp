// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preset_store.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "settings/file_lock.h"
#include "settings/key_file.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

constexpr const char* preset_group = "preset";
constexpr const char* preset_name_key = "name";
constexpr const char* text_key = "text";
constexpr const char* built_in_key = "built_in";  // whose place it takes
constexpr const char* hidden_key = "hidden";

bool has_key(GKeyFile* key_file, const std::string& group, const char* key) {
  return g_key_file_has_key(key_file, group.c_str(), key, nullptr) != FALSE;
}

/// Nothing where a piece is missing or wrong. `preset` is what the group changes.
std::optional<Preset> read_preset(GKeyFile* key_file, const std::string& group, Preset preset) {
  if (has_key(key_file, group, hidden_key)) {
    GErrorPtr error;
    preset.is_hidden =
        g_key_file_get_boolean(key_file, group.c_str(), hidden_key, out(error)) != FALSE;
    if (error) return std::nullopt;
  }
  // A built-in one that is hidden as it was has neither.
  if (preset.is_hidden && !has_key(key_file, group, preset_name_key)) return preset;
  preset.name = text_of(key_file, group, preset_name_key).value_or("");
  preset.text = text_of(key_file, group, text_key).value_or("");
  if (preset != cleaned(preset) || !check(preset)) return std::nullopt;
  return preset;
}

Result<std::vector<Preset>> read_presets(GKeyFile* key_file, const std::filesystem::path& file) {
  auto presets = built_in_presets();
  const auto built_in_count = std::ssize(presets);
  for (const auto& group : numbered_groups(key_file, preset_group)) {
    const auto id = text_of(key_file, group, built_in_key).value_or("");
    const auto built_in =
        std::ranges::find(presets.begin(), presets.begin() + built_in_count, id, &Preset::id);
    const bool is_built_in = built_in != presets.begin() + built_in_count;
    // What another version had built in is the user's own here.
    auto preset = read_preset(key_file, group, is_built_in ? *built_in : Preset{.id = group});
    if (!preset) return fail_damaged(file);
    if (is_built_in)
      *built_in = std::move(*preset);
    else if (!preset->is_hidden)
      presets.push_back(std::move(*preset));
  }
  return presets;
}

/// A file that was read, and its presets: what is changed goes into both.
struct Open {
  KeyFilePtr key_file;
  std::vector<Preset> presets;
};

Result<Open> open_sound(const std::filesystem::path& file) {
  auto key_file = load_key_file(file);
  if (!key_file) return fail(std::move(key_file.error()));
  auto presets = read_presets(key_file->get(), file);
  if (!presets) return fail(std::move(presets.error()));
  return Open{std::move(*key_file), std::move(*presets)};
}

/// The one that is not hidden and has that name in any case; else null.
Preset* find_named(std::vector<Preset>& presets, std::string_view name) {
  const auto wanted = without_case(name);
  const auto found = std::ranges::find_if(presets, [&](const Preset& preset) {
    return !preset.is_hidden && without_case(preset.name) == wanted;
  });
  return found == presets.end() ? nullptr : &*found;
}

Preset* find_id(std::vector<Preset>& presets, std::string_view id) {
  const auto found = std::ranges::find(presets, id, &Preset::id);
  return found == presets.end() ? nullptr : &*found;
}

/// The group that holds the preset, or one for it.
std::string group_of(GKeyFile* key_file, const Preset& preset) {
  if (!preset.is_built_in && !preset.id.empty()) return preset.id;
  if (preset.is_built_in)
    for (const auto& group : numbered_groups(key_file, preset_group))
      if (text_of(key_file, group, built_in_key) == preset.id) return group;
  return next_group(key_file, preset_group);
}

/// Returns the preset's id.
std::string put(Open& open, const Preset& preset) {
  auto* const target = open.key_file.get();
  const auto group = group_of(target, preset);
  set_text(target, group, preset_name_key, preset.name);
  set_text(target, group, text_key, preset.text);
  if (preset.is_built_in) set_text(target, group, built_in_key, preset.id);
  g_key_file_remove_key(target, group.c_str(), hidden_key, nullptr);

  auto* const old = find_id(open.presets, preset.id);
  if (old == nullptr) open.presets.emplace_back();
  auto& place = old == nullptr ? open.presets.back() : *old;
  place = preset;
  place.is_hidden = false;
  if (place.id.empty()) place.id = group;
  return place.id;
}

std::unexpected<Error> fail_taken(const std::string& name) {
  const GCharPtr detail(g_strdup_printf(
      _("There is another preset named \"%s\". Choose another name."), name.c_str()));
  return fail(ErrorKind::Input, detail.get());
}

std::unexpected<Error> fail_full() {
  const GCharPtr detail(g_strdup_printf(_("There can be no more than %u presets."),
                                        static_cast<unsigned>(max_presets)));
  return fail(ErrorKind::Input, detail.get());
}

std::unexpected<Error> fail_gone() {
  return fail(ErrorKind::Input, _("This preset is not there any more."));
}

}  // namespace

PresetStore::PresetStore(const std::filesystem::path& folder) : file_(folder / "presets.ini") {}

Result<std::vector<Preset>> PresetStore::load() const {
  auto open = open_sound(file_);
  if (!open) return fail(std::move(open.error()));
  return std::move(open->presets);
}

Result<std::string> PresetStore::save(const Preset& untrimmed) {
  auto preset = cleaned(untrimmed);
  if (auto checked = check(preset); !checked) return fail(std::move(checked.error()));
  const auto lock = FileLock::take(file_);
  if (!lock) return fail(lock.error());
  auto open = open_sound(file_);
  if (!open) return fail(std::move(open.error()));

  const auto* const old = find_id(open->presets, preset.id);
  if (old == nullptr && !preset.id.empty()) return fail_gone();
  preset.is_built_in = old != nullptr && old->is_built_in;
  const auto* const namesake = find_named(open->presets, preset.name);
  if (namesake != nullptr && namesake != old) return fail_taken(preset.name);
  if (old == nullptr && open->presets.size() >= max_presets) return fail_full();
  auto id = put(*open, preset);
  if (auto saved = save_key_file(file_, open->key_file.get()); !saved)
    return fail(std::move(saved.error()));
  return id;
}

Result<void> PresetStore::remove(std::string_view id) {
  const auto lock = FileLock::take(file_);
  if (!lock) return fail(lock.error());
  auto open = open_sound(file_);
  if (!open) return fail(std::move(open.error()));
  const auto* const preset = find_id(open->presets, id);
  if (preset == nullptr) return fail_gone();

  auto* const target = open->key_file.get();
  const auto group = group_of(target, *preset);
  if (preset->is_built_in) {
    set_text(target, group, built_in_key, preset->id);
    g_key_file_set_boolean(target, group.c_str(), hidden_key, TRUE);
  } else {
    g_key_file_remove_group(target, group.c_str(), nullptr);
  }
  return save_key_file(file_, target);
}

Result<void> PresetStore::restore_built_ins() {
  const auto lock = FileLock::take(file_);
  if (!lock) return fail(lock.error());
  auto open = open_sound(file_);
  if (!open) return fail(std::move(open.error()));
  for (const auto& built_in : built_in_presets()) {
    const auto* const namesake = find_named(open->presets, built_in.name);
    if (namesake != nullptr && !namesake->is_built_in) return fail_taken(built_in.name);
    auto* const target = open->key_file.get();
    const auto group = group_of(target, built_in);
    g_key_file_remove_group(target, group.c_str(), nullptr);
  }
  return save_key_file(file_, open->key_file.get());
}

Result<PresetMerge> PresetStore::merge(const std::vector<Preset>& presets) {
  const auto lock = FileLock::take(file_);
  if (!lock) return fail(lock.error());
  auto open = open_sound(file_);
  if (!open) return fail(std::move(open.error()));
  PresetMerge merge;
  for (const auto& untrimmed : presets) {
    auto preset = cleaned(untrimmed);
    if (auto checked = check(preset); !checked) return fail(std::move(checked.error()));
    const auto* const old = find_named(open->presets, preset.name);
    if (old != nullptr && old->name == preset.name && old->text == preset.text) {
      ++merge.same;
      continue;
    }
    preset.id = old == nullptr ? "" : old->id;
    preset.is_built_in = old != nullptr && old->is_built_in;
    if (old == nullptr && open->presets.size() >= max_presets) return fail_full();
    ++(old == nullptr ? merge.added : merge.replaced);
    put(*open, preset);
  }
  if (auto saved = save_key_file(file_, open->key_file.get()); !saved)
    return fail(std::move(saved.error()));
  return merge;
}

}  // namespace wordbrush::settings
