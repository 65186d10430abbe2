// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection_form.h"

#include <glib/gi18n.h>

#include <utility>

#include "settings/text_rules.h"
#include "ui/connection_choices.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

/// All fields in English; they scroll where letters are larger or words longer, so that
/// the window always fits a screen of 600 pixels.
GtkWidget* make_fields_scrolled(GtkWidget* grid) {
  constexpr int fields_height = 412;
  auto* const scrolled = make_scrolled(grid, fields_height);
  gtk_scrolled_window_set_shadow_type(GTK_SCROLLED_WINDOW(scrolled), GTK_SHADOW_NONE);
  return scrolled;
}

}  // namespace

ConnectionForm::ConnectionForm(ConnectionFormEvents events, SpeechChoices choices)
    : events_(std::move(events)),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, large_space)),
      grid_(gtk_grid_new()),
      name_(make_entry(settings::max_name_characters)),
      address_(make_entry(settings::max_url_bytes)),
      key_({.on_edited = events_.on_edited, .on_forget = events_.on_forget_key}),
      model_(events_.on_edited),
      speech_(std::move(choices), events_.on_edited),
      check_(events_.on_check) {
  add_fields();
  gtk_box_pack_start(GTK_BOX(box_), check_.widget(), FALSE, FALSE, 0);
  const auto edited = [this] {
    if (!is_filling_) events_.on_edited();
  };
  signals_.push_back(on(name_, "changed", edited));
  signals_.push_back(on(address_, "changed", edited));
}

void ConnectionForm::add_fields() {
  auto* const grid = GTK_GRID(grid_);
  gtk_grid_set_row_spacing(grid, small_space);
  gtk_grid_set_column_spacing(grid, large_space);
  gtk_box_pack_start(GTK_BOX(box_), make_fields_scrolled(grid_), TRUE, TRUE, 0);

  int row = 0;
  add_field(grid, row++, _("_Name:"), name_);
  add_field(grid, row++, _("_Address:"), address_);
  gtk_entry_set_placeholder_text(GTK_ENTRY(address_), "https://api.example.com/v1");
  write_from_left(address_);
  gtk_entry_set_input_purpose(GTK_ENTRY(address_), GTK_INPUT_PURPOSE_URL);
  gtk_grid_attach(grid,
                  make_hint(_("As its documentation shows it; /v1 at the end may be missing")), 1,
                  row++, 1, 1);
  key_.add_to(grid, row);
  row += 2;
  model_.add_to(grid, row++);
  speech_.add_to(grid, row);
}

void ConnectionForm::show(const settings::Connection& connection) {
  const bool is_demo = settings::is_offline_demo(connection);
  is_filling_ = true;
  gtk_entry_set_text(GTK_ENTRY(name_), label_of(connection).c_str());
  gtk_entry_set_text(GTK_ENTRY(address_), connection.base_url.c_str());
  is_filling_ = false;
  key_.clear();
  key_.show_place("", false);
  model_.show(connection.model);
  speech_.show(connection);
  gtk_widget_set_sensitive(grid_, !is_demo);
  check_.set_sensitive(!is_demo);
  show_result(is_demo ? _("The offline demo needs no address, no key and no network.") : "");
}

settings::Connection ConnectionForm::read() const {
  settings::Connection connection{.name = text_of(GTK_ENTRY(name_)),
                                  .base_url = text_of(GTK_ENTRY(address_)),
                                  .model = model_.read()};
  speech_.read_into(connection);
  return connection;
}

void ConnectionForm::show_result(const std::string& text, bool is_busy) {
  check_.show_result(text, is_busy);
}

void ConnectionForm::focus_gap() {
  const auto address = text_of(GTK_ENTRY(address_));
  const auto start = address.find('{');
  const auto end = address.find('}', start);
  if (address.empty()) return gtk_widget_grab_focus(name_);
  if (end == std::string::npos) return key_.focus();
  // All of a template's address is ASCII: its bytes are its characters.
  focus_in_address(static_cast<int>(start), static_cast<int>(end) + 1);
}

void ConnectionForm::focus_in_address(int start, int end) {
  gtk_widget_grab_focus(address_);
  gtk_editable_select_region(GTK_EDITABLE(address_), start, end);
}

}  // namespace wordbrush::ui
