// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

namespace wordbrush::ui {

/// Puts a text and an arrow onto a button that opens a menu or a list.
void set_menu_face(GtkWidget* button, const char* text_with_mnemonic);

}  // namespace wordbrush::ui
