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

constexpr int entry_characters = 36;
constexpr int note_characters = 44;
constexpr int key_place_characters = 28;
constexpr int result_lines = 3;

GtkWidget* make_entry(std::size_t max_length) {
  auto* const entry = gtk_entry_new();
  gtk_entry_set_max_length(GTK_ENTRY(entry), static_cast<int>(max_length));
  gtk_entry_set_width_chars(GTK_ENTRY(entry), entry_characters);
  return entry;
}

GtkWidget* make_hint(const char* text, int width_characters = note_characters) {
  auto* const hint = make_note(text, width_characters);
  make_dim(hint);
  return hint;
}

}  // namespace

ConnectionForm::ConnectionForm(ConnectionFormEvents events, ConnectionFormChoices choices)
    : events_(std::move(events)),
      choices_(std::move(choices)),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, large_space)),
      grid_(gtk_grid_new()),
      name_(make_entry(settings::max_name_characters)),
      address_(make_entry(settings::max_url_bytes)),
      key_(make_entry(settings::max_key_bytes)),
      key_place_(make_hint("", key_place_characters)),
      forget_(gtk_button_new_with_mnemonic(_("_Forget Key"))),
      model_(gtk_combo_box_text_new_with_entry()),
      dialect_(make_choice_field()),
      size_fields_(make_choice_field()),
      stream_(gtk_check_button_new_with_mnemonic(_("Receive answers _piece by piece"))),
      check_(gtk_button_new_with_mnemonic(_("Chec_k"))),
      spinner_(gtk_spinner_new()),
      result_(make_note("", note_characters)) {
  add_fields();
  add_check_row();
  connect();
}

void ConnectionForm::add_fields() {
  auto* const grid = GTK_GRID(grid_);
  gtk_grid_set_row_spacing(grid, small_space);
  gtk_grid_set_column_spacing(grid, large_space);
  gtk_box_pack_start(GTK_BOX(box_), grid_, FALSE, FALSE, 0);

  int row = 0;
  add_field(grid, row++, _("_Name:"), name_);
  add_field(grid, row++, _("_Address:"), address_);
  gtk_entry_set_placeholder_text(GTK_ENTRY(address_), "https://api.example.com/v1");
  gtk_entry_set_input_purpose(GTK_ENTRY(address_), GTK_INPUT_PURPOSE_URL);
  gtk_grid_attach(grid,
                  make_hint(_("The service's base address as its documentation shows it, with or "
                              "without /v1 or /chat/completions at the end")),
                  1, row++, 1, 1);
  add_key_row(grid, row);
  row += 2;
  add_field(grid, row++, _("_Model:"), model_);
  // The label names the box, but the cursor is in its entry.
  set_accessible_name(GTK_WIDGET(model_entry()), _("Model"));
  gtk_entry_set_max_length(model_entry(), static_cast<int>(settings::max_model_bytes));
  gtk_widget_set_tooltip_text(model_, _("Used unless an edit names another one. Check the "
                                        "connection to choose from the service's models."));
  add_speech_rows(grid, row);
  row += 2;
  gtk_grid_attach(grid, stream_, 1, row, 1, 1);
  gtk_widget_set_tooltip_text(
      stream_, _("Shows progress while the model works; switch it off where a service cannot"));
}

void ConnectionForm::add_speech_rows(GtkGrid* grid, int row) {
  add_field(grid, row, _("_Speaks:"), dialect_);
  gtk_widget_set_tooltip_text(dialect_, _("How the service wants to be asked; its documentation "
                                          "says it. Most speak chat completions."));
  add_field(grid, row + 1, _("Size is _told:"), size_fields_);
  gtk_widget_set_tooltip_text(size_fields_,
                              _("How the service learns the aspect ratio and the size that you "
                                "ask for"));
}

void ConnectionForm::add_key_row(GtkGrid* grid, int row) {
  gtk_entry_set_visibility(GTK_ENTRY(key_), FALSE);
  gtk_entry_set_input_purpose(GTK_ENTRY(key_), GTK_INPUT_PURPOSE_PASSWORD);
  add_field(grid, row, _("API ke_y:"), key_);
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_pack_start(GTK_BOX(box), key_place_, TRUE, TRUE, 0);
  gtk_widget_set_valign(forget_, GTK_ALIGN_START);
  gtk_box_pack_start(GTK_BOX(box), forget_, FALSE, FALSE, 0);
  gtk_grid_attach(grid, box, 1, row + 1, 1, 1);
}

void ConnectionForm::add_check_row() {
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space);
  gtk_widget_set_valign(check_, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text(check_, _("Saves the connection and asks the service for its models, "
                                        "which costs nothing"));
  gtk_box_pack_start(GTK_BOX(box), check_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), spinner_, FALSE, FALSE, 0);
  gtk_widget_set_no_show_all(spinner_, TRUE);
  gtk_label_set_selectable(GTK_LABEL(result_), TRUE);
  // Only a text to copy: it is not a stop on the way through the fields.
  gtk_widget_set_can_focus(result_, FALSE);
  gtk_label_set_yalign(GTK_LABEL(result_), 0);
  gtk_widget_set_size_request(result_, -1, height_of_lines(result_, result_lines));
  gtk_box_pack_start(GTK_BOX(box), result_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), box, FALSE, FALSE, 0);
}

void ConnectionForm::connect() {
  const auto edited = [this] {
    if (!is_filling_) events_.on_edited();
  };
  signals_.push_back(on(name_, "changed", edited));
  signals_.push_back(on(address_, "changed", edited));
  signals_.push_back(on(key_, "changed", edited));
  signals_.push_back(on(model_, "changed", edited));
  signals_.push_back(on(dialect_, "changed", edited));
  signals_.push_back(on(size_fields_, "changed", edited));
  signals_.push_back(on(stream_, "toggled", edited));
  signals_.push_back(on(check_, "clicked", [this] { events_.on_check(); }));
  signals_.push_back(on(forget_, "clicked", [this] { events_.on_forget_key(); }));
}

GtkEntry* ConnectionForm::model_entry() const {
  return GTK_ENTRY(gtk_bin_get_child(GTK_BIN(model_)));
}

void ConnectionForm::show(const settings::Connection& connection) {
  const bool is_demo = settings::is_offline_demo(connection);
  is_filling_ = true;
  gtk_entry_set_text(GTK_ENTRY(name_), label_of(connection).c_str());
  gtk_entry_set_text(GTK_ENTRY(address_), connection.base_url.c_str());
  gtk_entry_set_text(GTK_ENTRY(key_), "");
  gtk_combo_box_text_remove_all(GTK_COMBO_BOX_TEXT(model_));
  gtk_entry_set_text(model_entry(), connection.model.c_str());
  show_choice(dialect_, choices_.dialects, connection.dialect);
  show_choice(size_fields_, choices_.size_fields, connection.size_fields);
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(stream_), connection.stream);
  is_filling_ = false;
  show_key_place("", false);
  gtk_widget_set_sensitive(grid_, !is_demo);
  gtk_widget_set_sensitive(check_, !is_demo);
  show_result(is_demo ? _("The offline demo needs no address, no key and no network.") : "");
}

settings::Connection ConnectionForm::read() const {
  return {.name = text_of(GTK_ENTRY(name_)),
          .base_url = text_of(GTK_ENTRY(address_)),
          .model = text_of(model_entry()),
          .stream = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(stream_)) != FALSE,
          .dialect = choice_in(dialect_),
          .size_fields = choice_in(size_fields_)};
}

std::string ConnectionForm::typed_key() const {
  return text_of(GTK_ENTRY(key_));
}

void ConnectionForm::clear_key() {
  is_filling_ = true;
  gtk_entry_set_text(GTK_ENTRY(key_), "");
  is_filling_ = false;
}

void ConnectionForm::show_key_place(const std::string& text, bool is_saved) {
  gtk_label_set_text(GTK_LABEL(key_place_), text.c_str());
  gtk_entry_set_placeholder_text(GTK_ENTRY(key_), is_saved ? _("Saved; type to replace it") : "");
  gtk_widget_set_visible(forget_, is_saved);
}

void ConnectionForm::show_models(const std::vector<std::string>& models) {
  const auto model = text_of(model_entry());
  is_filling_ = true;
  gtk_combo_box_text_remove_all(GTK_COMBO_BOX_TEXT(model_));
  for (const auto& name : models)
    gtk_combo_box_text_append_text(GTK_COMBO_BOX_TEXT(model_), name.c_str());
  gtk_entry_set_text(model_entry(), model.c_str());
  is_filling_ = false;
}

void ConnectionForm::show_result(const std::string& text, bool is_busy) {
  gtk_label_set_text(GTK_LABEL(result_), text.c_str());
  gtk_widget_set_visible(spinner_, is_busy);
  g_object_set(spinner_, "active", is_busy, nullptr);
}

void ConnectionForm::focus_name() {
  gtk_widget_grab_focus(name_);
}

}  // namespace wordbrush::ui
