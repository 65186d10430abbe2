// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <filesystem>
#include <string>
#include <vector>

namespace wordbrush::ui {

/// The manual of the first of `languages` that `folder` has one of ("de_AT", "de"; as
/// g_get_language_names() lists them); in English where it has none.
std::filesystem::path manual_in(const std::filesystem::path& folder,
                                const std::vector<std::string>& languages);

/// F1 in `window`, and a press of `button` (nullptr: there is none), open the manual of
/// `folder` in the user's language with the program of the desktop for web pages. Where
/// that fails, a message above the window says where the manual lies.
void offer_manual(GtkWindow* window, GtkWidget* button, const std::filesystem::path& folder);

/// A button with a question mark, for offer_manual().
GtkWidget* make_help_button();

}  // namespace wordbrush::ui
