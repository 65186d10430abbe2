// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_field.h"

#include <glib/gi18n.h>

#include <utility>

#include "settings/text_rules.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

ModelField::ModelField(std::function<void()> on_edited)
    : combo_(gtk_combo_box_text_new_with_entry()),
      show_all_(gtk_check_button_new_with_mnemonic(_("Sho_w all"))) {
  // The label names the box, but the cursor is in its entry.
  set_accessible_name(GTK_WIDGET(entry()), _("Model"));
  write_from_left(GTK_WIDGET(entry()));
  gtk_entry_set_max_length(entry(), static_cast<int>(settings::max_model_bytes));
  gtk_widget_set_tooltip_text(combo_, _("Used unless an edit names another one. Check the "
                                        "connection to choose from the service's models."));
  gtk_widget_set_no_show_all(show_all_, TRUE);
  gtk_widget_set_tooltip_text(show_all_, _("Offers also the models that make no pictures"));
  signals_.push_back(on(combo_, "changed", [this, on_edited = std::move(on_edited)] {
    if (!is_filling_) on_edited();
  }));
  signals_.push_back(on(show_all_, "toggled", [this] {
    if (!is_filling_) fill(read());
  }));
}

void ModelField::add_to(GtkGrid* grid, int row) {
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space);
  gtk_box_pack_start(GTK_BOX(box), combo_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box), show_all_, FALSE, FALSE, 0);
  gtk_grid_attach(grid, make_field_label(_("_Model:"), combo_), 0, row, 1, 1);
  gtk_grid_attach(grid, box, 1, row, 1, 1);
}

GtkEntry* ModelField::entry() const {
  return GTK_ENTRY(gtk_bin_get_child(GTK_BIN(combo_)));
}

void ModelField::fill(const std::string& model) {
  const bool shows_all = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(show_all_)) != FALSE;
  is_filling_ = true;
  gtk_combo_box_text_remove_all(GTK_COMBO_BOX_TEXT(combo_));
  for (const auto& name : names_to_choose(offers_, shows_all))
    gtk_combo_box_text_append_text(GTK_COMBO_BOX_TEXT(combo_), name.c_str());
  gtk_entry_set_text(entry(), model.c_str());
  is_filling_ = false;
}

void ModelField::show(const std::string& model) {
  offers_.clear();
  is_filling_ = true;
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(show_all_), FALSE);
  gtk_widget_set_visible(show_all_, FALSE);
  fill(model);
}

std::string ModelField::read() const {
  return text_of(entry());
}

void ModelField::offer(ModelOffers offers) {
  offers_ = std::move(offers);
  gtk_widget_set_visible(show_all_, can_be_filtered(offers_));
  fill(read());
}

}  // namespace wordbrush::ui
