// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets_dialog.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <utility>

#include "base/glib_ptr.h"
#include "ui/question.h"
#include "ui/signals.h"
#include "ui/text_row.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int presets_width = 220;
constexpr int presets_height = 220;

}  // namespace

PresetsDialog::PresetsDialog(GtkWindow* parent, PresetsModel& model,
                             std::function<void()> on_closed)
    : model_(model),
      on_closed_(std::move(on_closed)),
      dialog_(gimp_dialog_new(_("Presets"), "wordbrush-presets", nullptr, GtkDialogFlags(0),
                              nullptr, nullptr, _("_Close"), GTK_RESPONSE_CLOSE, nullptr)),
      list_(gtk_list_box_new()),
      add_(gtk_button_new_with_mnemonic(_("A_dd"))),
      remove_(gtk_button_new_with_mnemonic(_("_Remove"))),
      import_(gtk_button_new_with_mnemonic(_("_Import..."))),
      export_(gtk_button_new_with_mnemonic(_("_Export..."))),
      restore_(gtk_button_new_with_mnemonic(_("Restore _Built-in"))),
      form_([this] {
        is_closing_ = false;
        model_.edit(form_.name(), form_.text());
        form_.show_result("");
      }) {
  gtk_window_set_transient_for(GTK_WINDOW(dialog_), parent);
  gtk_window_set_modal(GTK_WINDOW(dialog_), TRUE);
  build();
  signals_.push_back(on(dialog_, "response", [this] { close(); }));
  signals_.emplace_back(dialog_,
                        g_signal_connect(dialog_, "delete-event", G_CALLBACK(on_delete), this));
  signals_.push_back(on(list_, "row-selected", [this] { select_soon(); }));
  signals_.push_back(on(add_, "clicked", [this] { leave([this] { add({}); }); }));
  signals_.push_back(on(remove_, "clicked", [this] { remove(); }));
  signals_.push_back(on(import_, "clicked", [this] { leave([this] { choose_file(false); }); }));
  signals_.push_back(on(export_, "clicked", [this] { leave([this] { choose_file(true); }); }));
  signals_.push_back(on(restore_, "clicked", [this] { leave([this] { ask_restore(); }); }));
  show();
}

PresetsDialog::~PresetsDialog() {
  signals_.clear();
  if (chooser_) gtk_native_dialog_destroy(GTK_NATIVE_DIALOG(chooser_.get()));
  gtk_widget_destroy(dialog_);
}

GtkWidget* PresetsDialog::make_list_side() {
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(list_), GTK_SELECTION_BROWSE);
  set_accessible_name(list_, _("Presets"));
  auto* const scrolled = make_scrolled(list_, presets_height);
  gtk_widget_set_size_request(scrolled, presets_width, -1);
  auto* const both = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_set_homogeneous(GTK_BOX(both), TRUE);
  gtk_box_pack_start(GTK_BOX(both), add_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(both), remove_, TRUE, TRUE, 0);
  auto* const side = gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space);
  gtk_box_pack_start(GTK_BOX(side), scrolled, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(side), both, FALSE, FALSE, 0);
  return side;
}

/// At the other end of the row where Close is.
void PresetsDialog::add_exchange_buttons() {
  gtk_widget_set_tooltip_text(restore_, _("Make the built-in presets what they were at first"));
  auto* const row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  for (auto* const button : {import_, export_, restore_})
    gtk_box_pack_start(GTK_BOX(row), button, FALSE, FALSE, 0);
  auto* const close = gtk_dialog_get_widget_for_response(GTK_DIALOG(dialog_), GTK_RESPONSE_CLOSE);
  gtk_dialog_set_default_response(GTK_DIALOG(dialog_), GTK_RESPONSE_CLOSE);
  auto* const actions = gtk_widget_get_parent(close);
  gtk_container_add(GTK_CONTAINER(actions), row);
  gtk_button_box_set_child_secondary(GTK_BUTTON_BOX(actions), row, TRUE);
  gtk_button_box_set_child_non_homogeneous(GTK_BUTTON_BOX(actions), row, TRUE);
  gtk_widget_show_all(row);
}

void PresetsDialog::build() {
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space);
  gtk_box_pack_start(GTK_BOX(box), make_list_side(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), form_.widget(), TRUE, TRUE, 0);
  auto* const area = gtk_dialog_get_content_area(GTK_DIALOG(dialog_));
  gtk_container_set_border_width(GTK_CONTAINER(area), large_space);
  gtk_box_set_spacing(GTK_BOX(area), large_space);
  gtk_box_pack_start(GTK_BOX(area), box, TRUE, TRUE, 0);
  gtk_widget_show_all(box);
  add_exchange_buttons();
}

void PresetsDialog::present() {
  gtk_window_present(GTK_WINDOW(dialog_));
}

void PresetsDialog::add(const std::string& text) {
  model_.add(text);
  show();
  form_.focus_name();
}

void PresetsDialog::show() {
  fill_list();
  const bool has_one = !model_.rows().empty();
  form_.show(model_.draft(), has_one);
  form_.show_result("");
  gtk_widget_set_sensitive(remove_, has_one);
  gtk_widget_set_sensitive(restore_, model_.can_restore());
}

void PresetsDialog::fill_list() {
  const bool was_focused = gtk_container_get_focus_child(GTK_CONTAINER(list_)) != nullptr;
  is_filling_ = true;
  gtk_container_foreach(
      GTK_CONTAINER(list_), [](GtkWidget* row, gpointer) { gtk_widget_destroy(row); }, nullptr);
  for (const auto& preset : model_.rows())
    gtk_list_box_insert(GTK_LIST_BOX(list_),
                        make_text_row(preset.id.empty() ? _("New preset") : preset.name), -1);
  gtk_widget_show_all(list_);
  auto* const row =
      gtk_list_box_get_row_at_index(GTK_LIST_BOX(list_), static_cast<int>(model_.selected()));
  gtk_list_box_select_row(GTK_LIST_BOX(list_), row);
  if (was_focused && row != nullptr) gtk_widget_grab_focus(GTK_WIDGET(row));
  is_filling_ = false;
}

/// The list is filled anew, which GTK does not expect while it selects.
void PresetsDialog::select_soon() {
  if (is_filling_) return;
  selecting_ = Later([this] {
    auto* const row = gtk_list_box_get_selected_row(GTK_LIST_BOX(list_));
    if (row == nullptr) return;
    const auto number = static_cast<std::size_t>(gtk_list_box_row_get_index(row));
    if (number == model_.selected()) return;
    leave([this, number] {
      model_.select(number);
      show();
    });
  });
}

/// What is done with another preset than the one that is shown. What cannot be saved is
/// told and stays.
void PresetsDialog::leave(const Then& then) {
  if (model_.is_untouched()) {
    model_.discard();
  } else if (const auto saved = model_.save(); !saved) {
    fill_list();
    const GCharPtr twice(g_strdup_printf(_("%s Close again to leave without saving it."),
                                         saved.error().detail.c_str()));
    return form_.show_result(is_closing_ ? twice.get() : saved.error().detail);
  }
  show();
  then();
}

void PresetsDialog::remove() {
  const auto removed = model_.remove();
  if (!removed) return form_.show_result(removed.error().detail);
  show();
}

void PresetsDialog::ask_restore() {
  ask(GTK_WINDOW(dialog_), _("Take back every change of the built-in presets?"), _("_Restore"),
      [this] {
        const auto restored = model_.restore();
        show();
        if (!restored) form_.show_result(restored.error().detail);
      });
}

void PresetsDialog::choose_file(bool is_export) {
  chooser_ = GObjectPtr<GtkFileChooserNative>::adopt(gtk_file_chooser_native_new(
      is_export ? _("Export Presets") : _("Import Presets"), GTK_WINDOW(dialog_),
      is_export ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      is_export ? _("_Export") : _("_Import"), _("_Cancel")));
  auto* const chooser = GTK_FILE_CHOOSER(chooser_.get());
  gtk_file_chooser_set_do_overwrite_confirmation(chooser, TRUE);
  auto* const filter = gtk_file_filter_new();
  gtk_file_filter_set_name(filter, _("Presets (*.json)"));
  gtk_file_filter_add_pattern(filter, "*.json");
  gtk_file_chooser_add_filter(chooser, filter);
  if (is_export) gtk_file_chooser_set_current_name(chooser, "wordbrush-presets.json");
  is_exporting_ = is_export;
  chosen_ = SignalConnection(
      chooser_.get(), g_signal_connect(chooser_.get(), "response", G_CALLBACK(on_file), this));
  // This window is modal: another one that is not would get no key.
  gtk_native_dialog_set_modal(GTK_NATIVE_DIALOG(chooser_.get()), TRUE);
  gtk_native_dialog_show(GTK_NATIVE_DIALOG(chooser_.get()));
}

void PresetsDialog::on_file(GtkNativeDialog*, int response, gpointer self) {
  if (response == GTK_RESPONSE_ACCEPT) static_cast<PresetsDialog*>(self)->exchange();
}

void PresetsDialog::exchange() {
  const GCharPtr file(gtk_file_chooser_get_filename(GTK_FILE_CHOOSER(chooser_.get())));
  if (!file) return;
  const auto outcome =
      is_exporting_ ? model_.export_to(file.get()) : model_.import_from(file.get());
  show();
  form_.show_result(outcome ? *outcome : outcome.error().detail);
}

/// The second time it closes although something is not saved.
void PresetsDialog::close() {
  const auto on_closed = on_closed_;
  if (is_closing_) {
    model_.discard();
    return on_closed();
  }
  is_closing_ = true;
  leave(on_closed);
}

gboolean PresetsDialog::on_delete(GtkWidget*, GdkEvent*, gpointer) {
  return GDK_EVENT_STOP;  // it is a response as well; GTK would destroy the window
}

}  // namespace wordbrush::ui
