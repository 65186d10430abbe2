// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/text_rules.h"

#include <glib/gi18n.h>

#include <algorithm>

#include "base/glib_ptr.h"

namespace wordbrush::settings {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white_space = " \t\r\n\v\f";
  const auto first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

bool is_one_line(std::string_view text) {
  // A NUL inside is invalid here, as GLib documents.
  if (!g_utf8_validate_len(text.data(), text.size(), nullptr)) return false;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
    switch (g_unichar_type(g_utf8_get_char(at))) {
      case G_UNICODE_CONTROL:
      case G_UNICODE_LINE_SEPARATOR:
      case G_UNICODE_PARAGRAPH_SEPARATOR:
        return false;
      default:
        break;
    }
  }
  return true;
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size())));
}

std::string without_case(std::string_view text) {
  if (text.empty()) return {};  // whose data may be null
  const GCharPtr folded(g_utf8_casefold(text.data(), static_cast<gssize>(text.size())));
  return folded.get();
}

Result<std::string> clean_key(std::string_view key) {
  const auto bare = trimmed(key);
  if (bare.empty()) return fail(ErrorKind::Input, _("The key is empty."));
  if (bare.size() > max_key_bytes) return fail(ErrorKind::Input, _("The key is too long."));
  if (!std::ranges::all_of(bare, [](char c) { return g_ascii_isgraph(c); }))
    return fail(ErrorKind::Input,
                _("The key holds a space or a sign that no key can have. Copy it again."));
  return std::string(bare);
}

}  // namespace wordbrush::settings
