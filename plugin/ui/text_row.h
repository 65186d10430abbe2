// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <string>

namespace wordbrush::ui {

/// A row of a list box: one line of text, cut where it is too long, whole in the tooltip
/// and for screen readers.
GtkWidget* make_text_row(const std::string& text);

}  // namespace wordbrush::ui
