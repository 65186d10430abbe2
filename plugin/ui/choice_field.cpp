// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/choice_field.h"

#include <algorithm>
#include <utility>

namespace wordbrush::ui {

Choices with_choice(Choices choices, const std::string& name) {
  if (!std::ranges::contains(choices, name, &Choice::name)) choices.push_back({name, name});
  return choices;
}

GtkWidget* make_choice_field() {
  return gtk_combo_box_text_new();
}

void show_choice(GtkWidget* field, const Choices& choices, const std::string& name) {
  gtk_combo_box_text_remove_all(GTK_COMBO_BOX_TEXT(field));
  for (const Choice& choice : with_choice(choices, name))
    gtk_combo_box_text_append(GTK_COMBO_BOX_TEXT(field), choice.name.c_str(), choice.label.c_str());
  gtk_combo_box_set_active_id(GTK_COMBO_BOX(field), name.c_str());
}

std::string choice_in(GtkWidget* field) {
  const char* const name = gtk_combo_box_get_active_id(GTK_COMBO_BOX(field));
  return name == nullptr ? "" : name;
}

}  // namespace wordbrush::ui
