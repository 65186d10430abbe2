// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

namespace wordbrush::ui {

/// The modifiers that were held, without Caps Lock and its like.
GdkModifierType modifiers_of(const GdkEventKey* event);

bool is_enter(const GdkEventKey* event);

/// Whether the key is that of a Latin letter, also on a keyboard that types another
/// script with it now.
bool is_letter(const GdkEventKey* event, guint letter);

}  // namespace wordbrush::ui
