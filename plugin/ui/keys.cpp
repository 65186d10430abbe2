// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys.h"

#include <memory>
#include <span>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

GdkModifierType modifiers_of(const GdkEventKey* event) {
  return GdkModifierType(event->state & gtk_accelerator_get_default_mod_mask());
}

bool is_enter(const GdkEventKey* event) {
  return event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter ||
         event->keyval == GDK_KEY_ISO_Enter;
}

bool is_letter(const GdkEventKey* event, guint letter) {
  const auto typed = gdk_keyval_to_lower(event->keyval);
  // A Latin key that says another letter is that other one, wherever it lies.
  if (typed == letter || typed <= GDK_KEY_ydiaeresis) return typed == letter;
  GdkKeymapKey* keys = nullptr;
  int count = 0;
  auto* const keymap = gdk_keymap_get_for_display(gdk_display_get_default());
  if (!gdk_keymap_get_entries_for_keyval(keymap, letter, &keys, &count)) return false;
  const std::unique_ptr<GdkKeymapKey, FreeWith<g_free>> owned(keys);
  for (const auto& key : std::span(keys, static_cast<std::size_t>(count)))
    if (key.keycode == event->hardware_keycode) return true;
  return false;
}

}  // namespace wordbrush::ui
