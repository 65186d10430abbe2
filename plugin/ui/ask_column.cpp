// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ask_column.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "ui/choice_field.h"
#include "ui/offered_mentions.h"
#include "ui/option_fields.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int note_characters = 36;
constexpr const char* request_options[] = {"aspect-ratio", "size", "upload-format", "stream"};
constexpr const char* edit_options[] = {"context", "overview", "overview-words", "sensitivity",
                                        "spill"};

std::string string_in(GimpProcedureConfig* config, const char* property) {
  gchar* text = nullptr;
  g_object_get(config, property, &text, nullptr);
  const GCharPtr owned(text);
  return owned ? owned.get() : "";
}

GtkWidget* make_grid() {
  auto* const grid = gtk_grid_new();
  gtk_grid_set_row_spacing(GTK_GRID(grid), small_space);
  gtk_grid_set_column_spacing(GTK_GRID(grid), small_space);
  return grid;
}

Choices choices_of(const std::vector<settings::Connection>& connections) {
  Choices choices;
  for (const auto& connection : connections)
    choices.push_back({connection.name, label_of(connection)});
  return choices;
}

}  // namespace

AskColumn::AskColumn(GimpProcedureConfig* config, AskStores stores, const PromptClause& clause,
                     GtkWidget* further, AskEvents events)
    : config_(config),
      events_(std::move(events)),
      prompt_(stores.history, stores.presets, clause,
              {.on_send = [this] { events_.on_send(); },
               .on_changed = [this] { events_.on_changed(); },
               .on_clause_changed =
                   [this](const PromptClause& changed) {
                     clause_ = changed;
                     events_.on_clause(changed);
                   },
               .mentions = [this] { return mentions(); }}),
      references_({.offered = [this] { return events_.offered_layers(); },
                   .on_load = [this](const Reference& added) { events_.on_load_reference(added); },
                   .on_changed = [this] { events_.on_changed(); }}),
      clause_(clause),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, large_space)),
      connection_(make_choice_field()),
      demo_note_(make_note("", note_characters)),
      price_(make_note("", note_characters)),
      balance_(make_note("", note_characters)),
      send_(gtk_button_new_with_mnemonic("")) {
  build(further);
  signals_.push_back(on(send_, "clicked", [this] { events_.on_send(); }));
  signals_.push_back(on(connection_, "changed", [this] {
    if (!is_filling_) connection_chosen();
  }));
  signals_.push_back(on(config, "notify", [this] { events_.on_changed(); }));
}

AskColumn::~AskColumn() = default;

void AskColumn::build(GtkWidget* further) {
  auto* const content = gtk_box_new(GTK_ORIENTATION_VERTICAL, large_space);
  gtk_box_pack_start(GTK_BOX(content), prompt_.widget(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(content), references_.widget(), FALSE, FALSE, 0);
  auto* const grid = make_grid();
  int row = 0;
  add_connection_row(GTK_GRID(grid), row++);
  model_ = make_option_field(config_, "model");
  make_placeholder_readable(model_);
  write_from_left(model_);
  add_field(GTK_GRID(grid), row++, _("Mo_del:"), model_);
  auto* const area = make_option_field(config_, "area");
  auto* const area_label = make_field_label(_("Area:"), area);
  gtk_widget_set_hexpand(area, TRUE);
  gtk_grid_attach(GTK_GRID(grid), area_label, 0, row, 1, 1);
  gtk_grid_attach(GTK_GRID(grid), area, 1, row++, 1, 1);
  edit_only_ = {area, area_label};
  auto* const variations = make_option_field(config_, "variations");
  add_field(GTK_GRID(grid), row++, _("_Variations:"), variations);
  gtk_box_pack_start(GTK_BOX(content), grid, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(content), demo_note_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(content), make_more(further), FALSE, FALSE, 0);
  gtk_widget_set_no_show_all(demo_note_, TRUE);
  for (auto* const note : {price_, balance_}) gtk_widget_set_no_show_all(note, TRUE);

  auto* const scrolled = make_scrolled(content, -1);
  // Else the bar covers the ends of the fields, and hides until somebody scrolls.
  gtk_scrolled_window_set_overlay_scrolling(GTK_SCROLLED_WINDOW(scrolled), FALSE);
  auto* const place = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(scrolled));
  signals_.push_back(on(place, "changed", [this, place] { show_unfolded(place); }));
  gtk_scrolled_window_set_shadow_type(GTK_SCROLLED_WINDOW(scrolled), GTK_SHADOW_NONE);
  gtk_box_pack_start(GTK_BOX(box_), scrolled, TRUE, TRUE, 0);
  for (auto* const note : {price_, balance_})
    gtk_box_pack_start(GTK_BOX(box_), note, FALSE, FALSE, 0);
  gtk_style_context_add_class(gtk_widget_get_style_context(send_), "suggested-action");
  gtk_box_pack_start(GTK_BOX(box_), send_, FALSE, FALSE, 0);
  gtk_widget_show_all(box_);
}

void AskColumn::add_connection_row(GtkGrid* grid, int row) {
  auto* const line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  auto* const edit =
      gtk_button_new_from_icon_name("preferences-system-symbolic", GTK_ICON_SIZE_BUTTON);
  gtk_widget_set_tooltip_text(edit, _("Connections"));
  set_accessible_name(edit, _("Connections"));
  signals_.push_back(on(edit, "clicked", [this] { events_.on_connections(); }));
  gtk_box_pack_start(GTK_BOX(line), connection_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(line), edit, FALSE, FALSE, 0);
  gtk_widget_set_hexpand(line, TRUE);
  gtk_grid_attach(grid, make_field_label(_("C_onnection:"), connection_), 0, row, 1, 1);
  gtk_grid_attach(grid, line, 1, row, 1, 1);
}

/// What most people leave as it is.
GtkWidget* AskColumn::make_more(GtkWidget* further) {
  auto* const expander = gtk_expander_new_with_mnemonic(_("_More"));
  auto* const grid = make_grid();
  int row = 0;
  for (const char* const name : request_options) add_option(GTK_GRID(grid), row++, config_, name);
  auto* const edit_grid = make_grid();
  int edit_row = 0;
  for (const char* const name : edit_options)
    add_option(GTK_GRID(edit_grid), edit_row++, config_, name);
  gtk_grid_attach(GTK_GRID(grid), edit_grid, 0, row++, 2, 1);
  gtk_grid_attach(GTK_GRID(grid), further, 0, row, 2, 1);
  edit_only_.push_back(edit_grid);
  gtk_widget_set_margin_top(grid, small_space);
  gtk_container_add(GTK_CONTAINER(expander), grid);
  more_ = expander;
  signals_.push_back(on(expander, "notify::expanded", [this] {
    is_unfolding_ = gtk_expander_get_expanded(GTK_EXPANDER(more_)) != FALSE;
  }));
  return expander;
}

/// What was unfolded is below what is seen, mostly.
void AskColumn::show_unfolded(GtkAdjustment* place) {
  if (!is_unfolding_) return;
  is_unfolding_ = false;
  GtkAllocation seen;
  gtk_widget_get_allocation(more_, &seen);
  gtk_adjustment_set_value(place, seen.y);
}

void AskColumn::set_mode(bool is_edit) {
  prompt_.set_label(is_edit ? _("_What should change?") : _("_What should be painted?"));
  gtk_button_set_label(GTK_BUTTON(send_), is_edit ? _("_Edit") : _("_Generate"));
  prompt_.show_clause(is_edit);
  for (auto* const widget : edit_only_) gtk_widget_set_visible(widget, is_edit);
  first_reference_ = edit::first_reference({.edited = is_edit});
  references_.set_first_number(first_reference_);
}

void AskColumn::show_connections(const std::vector<settings::Connection>& all,
                                 const std::string& chosen, bool takes_chosen) {
  std::string wanted = string_in(config_, "connection");
  if (takes_chosen || !std::ranges::contains(all, wanted, &settings::Connection::name))
    wanted = chosen;
  choices_.emplace(all, wanted, chosen);
  is_filling_ = true;
  show_choice(connection_, choices_of(choices_->all()), choices_->first());
  is_filling_ = false;
  connection_chosen();
}

void AskColumn::connection_chosen() {
  const std::string connection = choice_in(connection_);
  const bool is_demo = choices_->is_demo(connection);
  gtk_entry_set_placeholder_text(GTK_ENTRY(model_), choices_->model_of(connection).c_str());
  gtk_widget_set_sensitive(model_, !is_demo);
  gtk_label_set_text(GTK_LABEL(demo_note_), demo_help_.c_str());
  gtk_widget_set_visible(demo_note_, is_demo);
  g_object_set(config_, "connection", connection.c_str(), nullptr);
}

std::string AskColumn::connection() const {
  return string_in(config_, "connection");
}

std::string AskColumn::model() const {
  return string_in(config_, "model");
}

void AskColumn::show_price(const std::string& text) {
  gtk_label_set_text(GTK_LABEL(price_), text.c_str());
  gtk_widget_set_visible(price_, !text.empty());
}

void AskColumn::show_balance(const std::string& text) {
  gtk_label_set_text(GTK_LABEL(balance_), text.c_str());
  gtk_widget_set_visible(balance_, !text.empty());
}

void AskColumn::set_ready(bool is_ready) {
  gtk_widget_set_sensitive(send_, is_ready);
}

std::vector<Mention> AskColumn::mentions() {
  return offered_mentions(
      references_.list(), first_reference_, events_.offered_layers(),
      {.add = [this](Reference layer) { references_.add(std::move(layer)); },
       .references = [this]() -> const ReferenceList& { return references_.list(); },
       .thumbnail =
           [this](int layer_id) {
             return events_.layer_thumbnail(layer_id, references_.thumbnail_side());
           }});
}

void AskColumn::fill(Order& order) const {
  order.request.prompt = prompt_.text();
  order.request.further_words = clause_.is_added && order.is_edit ? clause_.text : "";
  order.request.reference_words = references_.list().legend(first_reference_);
}

}  // namespace wordbrush::ui
