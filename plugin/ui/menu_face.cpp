// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menu_face.h"

#include "ui/widgets.h"

namespace wordbrush::ui {

void set_menu_face(GtkWidget* button, const char* text_with_mnemonic) {
  // A GtkMenuButton comes with an arrow of its own.
  auto* const old = gtk_bin_get_child(GTK_BIN(button));
  if (old != nullptr) gtk_container_remove(GTK_CONTAINER(button), old);
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  auto* const label = gtk_label_new_with_mnemonic(text_with_mnemonic);
  gtk_label_set_mnemonic_widget(GTK_LABEL(label), button);
  auto* const arrow = gtk_image_new_from_icon_name("pan-down-symbolic", GTK_ICON_SIZE_BUTTON);
  gtk_box_pack_start(GTK_BOX(box), label, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box), arrow, FALSE, FALSE, 0);
  gtk_container_add(GTK_CONTAINER(button), box);
  set_accessible_name(button, gtk_label_get_text(GTK_LABEL(label)));
}

}  // namespace wordbrush::ui
