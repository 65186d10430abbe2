// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/option_fields.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include "base/glib_ptr.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int longest_text = 4096;

GtkWidget* make_number_field(GimpProcedureConfig* config, const char* name, GParamSpec* argument) {
  constexpr double page = 10;
  if (G_IS_PARAM_SPEC_INT(argument))
    return gimp_prop_spin_button_new(G_OBJECT(config), name, 1, page, 0);
  // What goes from 0 to 1 wants finer steps.
  const bool is_share = G_PARAM_SPEC_DOUBLE(argument)->maximum <= 1;
  return gimp_prop_spin_button_new(G_OBJECT(config), name, is_share ? 0.05 : 1,
                                   is_share ? 0.1 : page, is_share ? 2 : 1);
}

/// GIMP's own dialogs show an argument's name without a colon; a form has one.
std::string label_of(GParamSpec* argument) {
  // Translators: the label of a field: "Feather:"
  const GCharPtr text(g_strdup_printf(_("%s:"), g_param_spec_get_nick(argument)));
  return text.get();
}

}  // namespace

GtkWidget* make_option_field(GimpProcedureConfig* config, const char* name) {
  auto* const argument = g_object_class_find_property(G_OBJECT_GET_CLASS(config), name);
  if (argument == nullptr) return nullptr;
  GtkWidget* field = nullptr;
  if (G_IS_PARAM_SPEC_BOOLEAN(argument))
    field = gimp_prop_check_button_new(G_OBJECT(config), name, g_param_spec_get_nick(argument));
  else if (GIMP_IS_PARAM_SPEC_CHOICE(argument))
    field = gimp_prop_choice_combo_box_new(G_OBJECT(config), name);
  else if (G_IS_PARAM_SPEC_STRING(argument))
    field = gimp_prop_entry_new(G_OBJECT(config), name, longest_text);
  else
    field = make_number_field(config, name, argument);
  gtk_widget_set_tooltip_text(field, g_param_spec_get_blurb(argument));
  // A combo box would be called by what is chosen in it.
  const GCharPtr spoken(gimp_strip_uline(g_param_spec_get_nick(argument)));
  set_accessible_name(field, spoken.get());
  return field;
}

void add_option(GtkGrid* grid, int row, GimpProcedureConfig* config, const char* name) {
  auto* const field = make_option_field(config, name);
  if (field == nullptr) return;
  auto* const argument = g_object_class_find_property(G_OBJECT_GET_CLASS(config), name);
  if (GTK_IS_CHECK_BUTTON(field))
    gtk_grid_attach(grid, field, 0, row, 2, 1);
  else
    add_field(grid, row, label_of(argument).c_str(), field);
}

}  // namespace wordbrush::ui
