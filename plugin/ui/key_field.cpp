// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/key_field.h"

#include <glib/gi18n.h>

#include <utility>

#include "settings/text_rules.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int place_characters = 42;

}  // namespace

KeyField::KeyField(KeyFieldEvents events)
    : entry_(make_entry(settings::max_key_bytes)),
      place_(make_note("", place_characters)),
      forget_(gtk_button_new_with_mnemonic(_("_Forget Key"))) {
  make_dim(place_);
  write_from_left(entry_);
  gtk_entry_set_visibility(GTK_ENTRY(entry_), FALSE);
  gtk_entry_set_input_purpose(GTK_ENTRY(entry_), GTK_INPUT_PURPOSE_PASSWORD);
  signals_.push_back(on(entry_, "changed", [this, on_edited = std::move(events.on_edited)] {
    if (!is_filling_) on_edited();
  }));
  signals_.push_back(on(forget_, "clicked", std::move(events.on_forget)));
}

void KeyField::add_to(GtkGrid* grid, int row) {
  add_field(grid, row, _("API ke_y:"), entry_);
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_pack_start(GTK_BOX(box), place_, TRUE, TRUE, 0);
  gtk_widget_set_valign(forget_, GTK_ALIGN_START);
  gtk_box_pack_start(GTK_BOX(box), forget_, FALSE, FALSE, 0);
  gtk_grid_attach(grid, box, 1, row + 1, 1, 1);
}

std::string KeyField::typed() const {
  return text_of(GTK_ENTRY(entry_));
}

void KeyField::clear() {
  is_filling_ = true;
  gtk_entry_set_text(GTK_ENTRY(entry_), "");
  is_filling_ = false;
}

void KeyField::show_place(const std::string& text, bool is_saved) {
  gtk_label_set_text(GTK_LABEL(place_), text.c_str());
  gtk_entry_set_placeholder_text(GTK_ENTRY(entry_), is_saved ? _("Saved; type to replace it") : "");
  gtk_widget_set_visible(forget_, is_saved);
}

void KeyField::focus() {
  gtk_widget_grab_focus(entry_);
}

}  // namespace wordbrush::ui
