// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preset_form.h"

#include <glib/gi18n.h>

#include <utility>

#include "settings/text_rules.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int preset_lines = 8;
constexpr int preset_note_characters = 44;

}  // namespace

PresetForm::PresetForm(std::function<void()> on_edited)
    : on_edited_(std::move(on_edited)),
      grid_(gtk_grid_new()),
      name_(gtk_entry_new()),
      text_(make_text_view()),
      result_(make_note("", preset_note_characters)) {
  build();
  const auto edited = [this] {
    if (!is_showing_) on_edited_();
  };
  signals_.push_back(on(name_, "changed", edited));
  signals_.push_back(on(gtk_text_view_get_buffer(GTK_TEXT_VIEW(text_)), "changed", edited));
}

void PresetForm::build() {
  gtk_grid_set_row_spacing(GTK_GRID(grid_), small_space);
  gtk_grid_set_column_spacing(GTK_GRID(grid_), large_space);
  gtk_entry_set_max_length(GTK_ENTRY(name_), static_cast<int>(settings::max_name_characters));
  gtk_entry_set_activates_default(GTK_ENTRY(name_), TRUE);
  add_field(GTK_GRID(grid_), 0, _("_Name:"), name_);

  auto* const scrolled =
      make_scrolled(text_, height_of_lines(text_, preset_lines) + 2 * text_margin);
  gtk_widget_set_vexpand(scrolled, TRUE);
  gtk_widget_set_hexpand(scrolled, TRUE);
  auto* const label = make_field_label(_("_Text:"), text_);
  gtk_widget_set_valign(label, GTK_ALIGN_START);
  gtk_grid_attach(GTK_GRID(grid_), label, 0, 1, 1, 1);
  gtk_grid_attach(GTK_GRID(grid_), scrolled, 1, 1, 1, 1);

  auto* const note = make_note(
      _("{prompt} stands for what you have typed. Without it, that follows on a line of its own."),
      preset_note_characters);
  gtk_grid_attach(GTK_GRID(grid_), note, 1, 2, 1, 1);
  gtk_grid_attach(GTK_GRID(grid_), result_, 1, 3, 1, 1);
}

void PresetForm::show(const settings::Preset& preset, bool can_edit) {
  is_showing_ = true;
  gtk_entry_set_text(GTK_ENTRY(name_), preset.name.c_str());
  gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(text_)), preset.text.c_str(), -1);
  gtk_widget_set_sensitive(name_, can_edit);
  gtk_widget_set_sensitive(text_, can_edit);
  is_showing_ = false;
}

std::string PresetForm::name() const {
  return text_of(GTK_ENTRY(name_));
}

std::string PresetForm::text() const {
  return text_in(GTK_TEXT_VIEW(text_));
}

void PresetForm::show_result(const std::string& sentence) {
  gtk_label_set_text(GTK_LABEL(result_), sentence.c_str());
}

void PresetForm::focus_name() {
  gtk_widget_grab_focus(name_);
}

}  // namespace wordbrush::ui
