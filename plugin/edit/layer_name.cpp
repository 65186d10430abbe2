// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/layer_name.h"

#include <glib/gi18n.h>

#include "base/glib_ptr.h"

namespace wordbrush::edit {

namespace {

constexpr glong max_characters = 60;
constexpr const char* ellipsis = "\u2026";

/// Every run of white space and control characters becomes one space.
std::string on_one_line(const char* text) {
  std::string line;
  bool gap = false;
  for (const char* at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar character = g_utf8_get_char(at);
    if (g_unichar_isspace(character) || g_unichar_iscntrl(character)) {
      gap = true;
      continue;
    }
    if (gap && !line.empty()) line += ' ';
    gap = false;
    line.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
  }
  return line;
}

}  // namespace

std::string to_layer_name(std::string_view prompt) {
  const GCharPtr valid(g_utf8_make_valid(prompt.data(), static_cast<gssize>(prompt.size())));
  std::string line = on_one_line(valid.get());
  if (line.empty()) return _("Wordbrush");
  if (g_utf8_strlen(line.c_str(), -1) <= max_characters) return line;
  const char* const end = g_utf8_offset_to_pointer(line.c_str(), max_characters - 1);
  return std::string(line.c_str(), end) + ellipsis;
}

}  // namespace wordbrush::edit
