// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preset.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

constexpr std::string_view placeholder = "{prompt}";

std::string with_plain_breaks(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!is_pair) plain += text[at] == '\r' ? '\n' : text[at];
  }
  return plain;
}

/// Several lines of valid UTF-8 without other control characters.
bool is_text(std::string text) {
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return is_one_line(text);
}

}  // namespace

std::string apply_preset(std::string_view text, std::string_view prompt) {
  prompt = trimmed(prompt);
  std::string applied;
  auto at = text.find(placeholder);
  if (at == std::string_view::npos)
    return std::string(text) + (prompt.empty() ? "" : "\n") + std::string(prompt);
  for (; at != std::string_view::npos; at = text.find(placeholder)) {
    applied.append(text.substr(0, at)).append(prompt);
    text.remove_prefix(at + placeholder.size());
  }
  applied += text;
  return std::string(trimmed(applied));
}

Preset cleaned(Preset preset) {
  preset.name = trimmed(preset.name);
  preset.text = trimmed(with_plain_breaks(preset.text));
  return preset;
}

Result<void> check(const Preset& preset) {
  if (preset.name.empty()) return fail(ErrorKind::Input, _("A preset needs a name."));
  if (!is_one_line(preset.name) || character_count(preset.name) > max_name_characters)
    return fail(ErrorKind::Input, _("The name is too long or has a line break in it."));
  if (preset.text.empty()) return fail(ErrorKind::Input, _("A preset needs a text."));
  if (preset.text.size() > max_preset_bytes || !is_text(preset.text))
    return fail(ErrorKind::Input, _("The preset's text is too long or no text."));
  return {};
}

std::vector<Preset> built_in_presets() {
  const auto make = [](const char* id, const char* name, const char* text) {
    return Preset{.id = id, .name = name, .text = text, .is_built_in = true};
  };
  return {
      make("built-in:remove", _("Remove What Is Selected"),
           "Remove what stands in the middle of this picture. Fill its place with what lies behind "
           "it, so that nobody sees that something was there. {prompt}"),
      make("built-in:extend", _("Extend the Background"),
           "Continue the background into the empty area. Keep its light, its perspective, its "
           "grain and its sharpness. {prompt}"),
      make("built-in:restore", _("Restore an Old Photo"),
           "Restore this old photograph: remove scratches, stains, creases and fading. Keep every "
           "face, all clothes and everything in the background as they are. {prompt}"),
      make("built-in:colorize", _("Color a Black-and-White Photo"),
           "Color this black-and-white photograph with natural colors of its time. Keep its light "
           "and every detail. {prompt}"),
      make("built-in:sky", _("Replace the Sky"),
           "Replace the sky with this one: {prompt}\nLet the light on everything else fit it."),
      make("built-in:line-art", _("Turn into Line Art"),
           "Draw this picture as clean black line art on white, without shading. {prompt}"),
      make("built-in:color-sketch", _("Color a Sketch"),
           "Color this sketch. Follow its lines exactly and keep them visible. {prompt}"),
  };
}

}  // namespace wordbrush::settings
