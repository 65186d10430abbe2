// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit_dialog.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/glib_ptr.h"
#include "base/signal_connection.h"
#include "settings/text_rules.h"
#include "ui/connection_choices.h"
#include "ui/prompt_field.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int note_characters = 60;
constexpr int min_more_height = 80;
constexpr int max_more_height = 220;

/// What the screen has left for the further arguments, in pixels: the rest of the
/// dialog is about 510 high.
int more_height() {
  auto* const monitor = gdk_display_get_monitor(gdk_display_get_default(), 0);
  if (monitor == nullptr) return min_more_height;
  constexpr int rest_height = 510;
  GdkRectangle area = {};
  gdk_monitor_get_workarea(monitor, &area);
  return std::clamp(area.height - rest_height, min_more_height, max_more_height);
}

std::string string_in(GimpProcedureConfig* config, const char* property) {
  gchar* text = nullptr;
  g_object_get(config, property, &text, nullptr);
  const GCharPtr owned(text);
  return owned ? owned.get() : "";
}

/// Null where the procedure has no such argument.
GParamSpec* find_argument(GimpProcedureConfig* config, const char* name) {
  return g_object_class_find_property(G_OBJECT_GET_CLASS(config), name);
}

class EditDialog {
 public:
  EditDialog(GimpProcedure* procedure, GimpProcedureConfig* config,
             const EditDialogContent& content);
  ~EditDialog() { gtk_widget_destroy(GTK_WIDGET(dialog_)); }
  EditDialog(const EditDialog&) = delete;
  EditDialog& operator=(const EditDialog&) = delete;

  bool run();

 private:
  bool is_edit() const { return content_.task == EditDialogContent::Task::Edit; }
  void start();
  void add_arguments();
  void add_argument(const char* name, GtkWidget* field);
  void add_more();
  GtkWidget* make_connection_field();
  void show_connection();
  void show_whether_ready();

  GimpProcedureConfig* config_;
  const EditDialogContent& content_;
  ConnectionChoices choices_;
  GimpProcedureDialog* dialog_;
  GtkWidget* grid_ = gtk_grid_new();
  GtkWidget* model_ = nullptr;
  GtkWidget* demo_note_;
  int rows_ = 0;
  std::unique_ptr<PromptField> prompt_;
  SignalConnection prompt_changed_;
  SignalConnection connection_changed_;
};

EditDialog::EditDialog(GimpProcedure* procedure, GimpProcedureConfig* config,
                       const EditDialogContent& content)
    : config_(config),
      content_(content),
      choices_(content.connections, string_in(config, "connection"), content.chosen),
      dialog_(GIMP_PROCEDURE_DIALOG(gimp_procedure_dialog_new(
          procedure, config, is_edit() ? _("Edit with Words") : _("Generate Layer")))),
      demo_note_(make_note("", note_characters)) {
  if (string_in(config, "prompt").empty())
    g_object_set(config, "prompt", content.last_prompt.c_str(), nullptr);
  g_object_set(config, "connection", choices_.first().c_str(), nullptr);

  gimp_procedure_dialog_set_ok_label(dialog_, is_edit() ? _("_Edit") : _("_Generate"));
  prompt_ = std::make_unique<PromptField>(
      G_OBJECT(config), "prompt",
      is_edit() ? _("_What should change?") : _("_What should be painted?"), [this] { start(); });
  auto* const area = GTK_BOX(gtk_dialog_get_content_area(GTK_DIALOG(dialog_)));
  gtk_box_set_spacing(area, large_space);
  if (!content.waiting.empty())
    gtk_box_pack_start(area, make_note(content.waiting, note_characters), FALSE, FALSE, 0);
  gtk_box_pack_start(area, prompt_->widget(), TRUE, TRUE, 0);
  add_arguments();
  gtk_box_pack_start(area, grid_, FALSE, FALSE, 0);
  add_more();

  prompt_changed_ = on(config, "notify::prompt", [this] { show_whether_ready(); });
  connection_changed_ = on(config, "notify::connection", [this] { show_connection(); });
}

void EditDialog::add_argument(const char* name, GtkWidget* field) {
  auto* const argument = find_argument(config_, name);
  gtk_widget_set_tooltip_text(field, g_param_spec_get_blurb(argument));
  add_field(GTK_GRID(grid_), rows_++, g_param_spec_get_nick(argument), field);
}

void EditDialog::add_arguments() {
  gtk_grid_set_row_spacing(GTK_GRID(grid_), small_space);
  gtk_grid_set_column_spacing(GTK_GRID(grid_), large_space);
  add_argument("connection", make_connection_field());
  gtk_grid_attach(GTK_GRID(grid_), demo_note_, 0, rows_++, 2, 1);
  model_ =
      gimp_prop_entry_new(G_OBJECT(config_), "model", static_cast<int>(settings::max_model_bytes));
  gtk_entry_set_activates_default(GTK_ENTRY(model_), TRUE);
  add_argument("model", model_);
  if (find_argument(config_, "area") != nullptr)
    add_argument("area", gimp_prop_choice_combo_box_new(G_OBJECT(config_), "area"));
  auto* const variations = gimp_prop_spin_button_new(G_OBJECT(config_), "variations", 1, 1, 0);
  gtk_entry_set_activates_default(GTK_ENTRY(variations), TRUE);
  add_argument("variations", variations);
  gtk_widget_set_halign(variations, GTK_ALIGN_START);
}

GtkWidget* EditDialog::make_connection_field() {
  const auto store =
      GObjectPtr<GtkListStore>::adopt(gtk_list_store_new(2, G_TYPE_STRING, G_TYPE_STRING));
  for (const auto& connection : choices_.all())
    gtk_list_store_insert_with_values(store.get(), nullptr, -1, 0, connection.name.c_str(), 1,
                                      label_of(connection).c_str(), -1);
  return gimp_prop_string_combo_box_new(G_OBJECT(config_), "connection",
                                        GTK_TREE_MODEL(store.get()), 0, 1);
}

void EditDialog::add_more() {
  if (content_.more.empty()) return;
  using Names = std::unique_ptr<GList, FreeWith<g_list_free>>;
  GList* list = nullptr;
  for (const auto& name : content_.more)
    list = g_list_append(list, const_cast<char*>(name.c_str()));
  const Names names(list);
  gimp_procedure_dialog_fill_box_list(dialog_, "more-box", names.get());
  auto* const scrolled =
      gimp_procedure_dialog_fill_scrolled_window(dialog_, "more-scrolled", "more-box");
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height(GTK_SCROLLED_WINDOW(scrolled), more_height());
  gimp_procedure_dialog_get_label(dialog_, "more-title", _("_More"), FALSE, TRUE);
  gimp_procedure_dialog_fill_expander(dialog_, "more", "more-title", FALSE, "more-scrolled");
  gimp_procedure_dialog_fill(dialog_, "more", nullptr);
}

void EditDialog::show_connection() {
  const auto connection = string_in(config_, "connection");
  if (connection.empty()) {  // the Reset button
    g_object_set(config_, "connection", choices_.first().c_str(), nullptr);
    return;
  }
  gtk_entry_set_placeholder_text(GTK_ENTRY(model_), choices_.model_of(connection).c_str());
  gtk_widget_set_visible(demo_note_, choices_.is_demo(connection));
}

void EditDialog::show_whether_ready() {
  const bool is_ready = !settings::trimmed(string_in(config_, "prompt")).empty();
  gtk_dialog_set_response_sensitive(GTK_DIALOG(dialog_), GTK_RESPONSE_OK, is_ready);
}

void EditDialog::start() {
  auto* const button = gtk_dialog_get_widget_for_response(GTK_DIALOG(dialog_), GTK_RESPONSE_OK);
  if (gtk_widget_is_sensitive(button)) gtk_dialog_response(GTK_DIALOG(dialog_), GTK_RESPONSE_OK);
}

bool EditDialog::run() {
  gtk_label_set_text(GTK_LABEL(demo_note_), content_.demo_help.c_str());
  gtk_widget_show_all(gtk_dialog_get_content_area(GTK_DIALOG(dialog_)));
  show_connection();
  show_whether_ready();
  prompt_->focus();
  return gimp_procedure_dialog_run(dialog_) != FALSE;
}

}  // namespace

bool run_edit_dialog(GimpProcedure* procedure, GimpProcedureConfig* config,
                     const EditDialogContent& content) {
  return EditDialog(procedure, config, content).run();
}

}  // namespace wordbrush::ui
