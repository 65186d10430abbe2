// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fit_switches.h"

#include <glib/gi18n.h>

#include <utility>

#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr double most_feather = 1000;  // pixels

}  // namespace

FitSwitches::FitSwitches(std::function<void(const edit::Treatment&)> on_changed)
    : on_changed_(std::move(on_changed)),
      box_(gtk_flow_box_new()),
      align_(add_switch(_("Align"), _("Move the result back where it belongs when the model has "
                                      "shifted or scaled it"))),
      colors_(add_switch(_("Match colors"),
                         _("Bring the colors of the result back to those around it"))),
      changes_(add_switch(_("Only changes"),
                          _("Keep the original where the model has changed nothing"))),
      feather_(gtk_spin_button_new_with_range(0, most_feather, 1)) {
  gtk_flow_box_set_selection_mode(GTK_FLOW_BOX(box_), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing(GTK_FLOW_BOX(box_), large_space);
  gtk_flow_box_set_max_children_per_line(GTK_FLOW_BOX(box_), 4);
  gtk_flow_box_set_homogeneous(GTK_FLOW_BOX(box_), FALSE);
  auto* const row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_pack_start(GTK_BOX(row), make_field_label(_("Feather"), feather_), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(row), feather_, FALSE, FALSE, 0);
  gtk_widget_set_tooltip_text(feather_, _("Soft edge inside the selection, in pixels"));
  gtk_container_add(GTK_CONTAINER(box_), row);
  for (auto* const toggle : {align_, colors_, changes_})
    signals_.push_back(on(toggle, "toggled", [this] { tell(); }));
  signals_.push_back(on(feather_, "value-changed", [this] { tell(); }));
  // The boxes that a flow box puts around its children would be stops of the Tab key.
  gtk_container_foreach(
      GTK_CONTAINER(box_),
      [](GtkWidget* child, gpointer) { gtk_widget_set_can_focus(child, FALSE); }, nullptr);
}

GtkWidget* FitSwitches::add_switch(const char* label, const char* tooltip) {
  auto* const button = gtk_check_button_new_with_label(label);
  gtk_widget_set_tooltip_text(button, tooltip);
  gtk_container_add(GTK_CONTAINER(box_), button);
  return button;
}

void FitSwitches::show(const edit::Treatment& treatment) {
  is_filling_ = true;
  treatment_ = treatment;
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(align_), treatment.align);
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(colors_), treatment.match_colors);
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(changes_), treatment.only_changes);
  gtk_spin_button_set_value(GTK_SPIN_BUTTON(feather_), treatment.feather);
  is_filling_ = false;
}

void FitSwitches::tell() {
  if (is_filling_) return;
  treatment_.align = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(align_)) != FALSE;
  treatment_.match_colors = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(colors_)) != FALSE;
  treatment_.only_changes = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(changes_)) != FALSE;
  treatment_.feather = gtk_spin_button_get_value_as_int(GTK_SPIN_BUTTON(feather_));
  on_changed_(treatment_);
}

}  // namespace wordbrush::ui
