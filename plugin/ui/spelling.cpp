// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling.h"

#ifdef WORDBRUSH_WITH_GSPELL

#include <gspell/gspell.h>

#include "base/gobject_ptr.h"

namespace wordbrush::ui {

namespace {

/// The first of the user's languages that has a dictionary. gspell's own choice would be
/// any other one, by which every word is wrong.
const GspellLanguage* language_of_desktop() {
  for (const char* const* name = g_get_language_names(); *name != nullptr; ++name)
    if (const auto* const language = gspell_language_lookup(*name); language != nullptr)
      return language;
  return nullptr;
}

}  // namespace

void check_spelling(GtkTextView* view) {
  const auto* const language = language_of_desktop();
  if (language == nullptr) return;
  const auto checker = GObjectPtr<GspellChecker>::adopt(gspell_checker_new(language));
  gspell_text_buffer_set_spell_checker(
      gspell_text_buffer_get_from_gtk_text_buffer(gtk_text_view_get_buffer(view)), checker.get());
  auto* const checked = gspell_text_view_get_from_gtk_text_view(view);
  gspell_text_view_set_inline_spell_checking(checked, TRUE);
  gspell_text_view_set_enable_language_menu(checked, TRUE);
}

}  // namespace wordbrush::ui

#else

namespace wordbrush::ui {

void check_spelling(GtkTextView*) {}

}  // namespace wordbrush::ui

#endif
