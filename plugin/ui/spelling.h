// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

namespace wordbrush::ui {

/// Marks misspelt words in `view` while somebody types, and has its menu suggest others: in
/// the desktop's language, where there is a dictionary for it. Does nothing where there is
/// none, or where Wordbrush was built without gspell.
void check_spelling(GtkTextView* view);

}  // namespace wordbrush::ui
