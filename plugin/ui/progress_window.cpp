// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress_window.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int width_characters = 50;
constexpr int visible_lines = 3;
constexpr guint pulse_ms = 100;

GtkWidget* make_words_view() {
  auto* const view = gtk_text_view_new();
  gtk_text_view_set_editable(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_cursor_visible(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_accepts_tab(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_wrap_mode(GTK_TEXT_VIEW(view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin(GTK_TEXT_VIEW(view), small_space);
  gtk_text_view_set_right_margin(GTK_TEXT_VIEW(view), small_space);
  set_accessible_name(view, _("The model's words"));
  return view;
}

}  // namespace

ProgressWindow::ProgressWindow(const std::string& title, std::function<void()> on_cancel)
    : on_cancel_(std::move(on_cancel)),
      dialog_(gimp_dialog_new(title.c_str(), "wordbrush-progress", nullptr, GtkDialogFlags(0),
                              nullptr, nullptr, _("_Cancel"), GTK_RESPONSE_CANCEL, nullptr)),
      stage_(make_note("", width_characters)),
      bar_(gtk_progress_bar_new()),
      words_(make_words_view()),
      words_area_(make_scrolled(words_, height_of_lines(words_, visible_lines))),
      response_(on(dialog_, "response", [this] { cancel(); })),
      words_grown_(on(gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(words_area_)),
                      "changed", [this] { show_words_end(); })),
      delete_(dialog_, g_signal_connect(dialog_, "delete-event", G_CALLBACK(on_delete), this)) {
  auto* const area = gtk_dialog_get_content_area(GTK_DIALOG(dialog_));
  gtk_container_set_border_width(GTK_CONTAINER(area), large_space);
  gtk_box_set_spacing(GTK_BOX(area), small_space);
  gtk_box_pack_start(GTK_BOX(area), stage_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(area), bar_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(area), words_area_, TRUE, TRUE, 0);
  gtk_widget_show_all(area);
  gtk_widget_hide(words_area_);
  gimp_window_set_transient(GTK_WINDOW(dialog_));
  gtk_window_present(GTK_WINDOW(dialog_));
}

ProgressWindow::~ProgressWindow() {
  set_fraction(0);  // ends the pulse
  gtk_widget_destroy(dialog_);
}

void ProgressWindow::set_stage(const std::string& text) {
  gtk_label_set_text(GTK_LABEL(stage_), text.c_str());
  set_accessible_name(bar_, text.c_str());
}

void ProgressWindow::set_fraction(std::optional<double> fraction) {
  if (!fraction) {
    if (pulse_ == 0) pulse_ = g_timeout_add(pulse_ms, on_pulse, this);
    return;
  }
  if (pulse_ != 0) g_source_remove(std::exchange(pulse_, 0));
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar_), std::clamp(*fraction, 0.0, 1.0));
}

gboolean ProgressWindow::on_pulse(gpointer self) {
  gtk_progress_bar_pulse(GTK_PROGRESS_BAR(static_cast<ProgressWindow*>(self)->bar_));
  return G_SOURCE_CONTINUE;
}

void ProgressWindow::set_words(const std::string& text) {
  auto* const buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(words_));
  // A stream may have been cut inside a character.
  const GCharPtr valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  gtk_text_buffer_set_text(buffer, valid.get(), -1);
  gtk_widget_set_visible(words_area_, !text.empty());
}

/// Called when lines were added, not when the user scrolls back.
void ProgressWindow::show_words_end() {
  auto* const lines = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(words_area_));
  gtk_adjustment_set_value(lines, gtk_adjustment_get_upper(lines));
}

void ProgressWindow::cancel() {
  // The handler may end the life of this window.
  if (const auto on_cancel = std::exchange(on_cancel_, nullptr)) {
    gtk_dialog_set_response_sensitive(GTK_DIALOG(dialog_), GTK_RESPONSE_CANCEL, FALSE);
    on_cancel();
  }
}

gboolean ProgressWindow::on_delete(GtkWidget*, GdkEvent*, gpointer self) {
  static_cast<ProgressWindow*>(self)->cancel();
  return GDK_EVENT_STOP;  // GTK would destroy the window
}

}  // namespace wordbrush::ui
