// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>

namespace wordbrush::ui {

/// Asks in a window above `parent` and calls `on_yes` if the user presses the button
/// of that label. Returns at once; the question goes with its parent.
void ask(GtkWindow* parent, const char* text, const char* yes_with_mnemonic,
         std::function<void()> on_yes);

}  // namespace wordbrush::ui
