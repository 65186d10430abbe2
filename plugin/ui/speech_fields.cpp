// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speech_fields.h"

#include <glib/gi18n.h>

#include <utility>

#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int header_lines = 2;

}  // namespace

SpeechFields::SpeechFields(SpeechChoices choices, std::function<void()> on_edited)
    : choices_(std::move(choices)),
      dialect_(make_choice_field()),
      size_fields_(make_choice_field()),
      stream_(gtk_check_button_new_with_mnemonic(_("Receive answers _piece by piece"))),
      more_(gtk_expander_new_with_mnemonic(_("_Extra headers"))),
      headers_(gtk_text_view_new()) {
  const auto edited = [this, on_edited = std::move(on_edited)] {
    if (!is_filling_) on_edited();
  };
  signals_.push_back(on(dialect_, "changed", edited));
  signals_.push_back(on(size_fields_, "changed", edited));
  signals_.push_back(on(stream_, "toggled", edited));
  signals_.push_back(on(more_, "notify::expanded", [this] { reveal_headers(); }));
  signals_.push_back(on(gtk_text_view_get_buffer(GTK_TEXT_VIEW(headers_)), "changed", edited));
}

void SpeechFields::add_to(GtkGrid* grid, int row) {
  add_field(grid, row, _("_Speaks:"), dialect_);
  gtk_widget_set_tooltip_text(dialect_, _("How the service wants to be asked; its documentation "
                                          "says it. Most speak chat completions."));
  add_field(grid, row + 1, _("Size is _told:"), size_fields_);
  gtk_widget_set_tooltip_text(size_fields_,
                              _("How the service learns the aspect ratio and the size that you "
                                "ask for"));
  gtk_grid_attach(grid, stream_, 1, row + 2, 1, 1);
  gtk_widget_set_tooltip_text(
      stream_, _("Shows progress while the model works; switch it off where a service cannot"));
  gtk_container_add(GTK_CONTAINER(more_), make_headers());
  gtk_grid_attach(grid, more_, 1, row + 3, 1, 1);
}

GtkWidget* SpeechFields::make_headers() {
  gtk_text_view_set_monospace(GTK_TEXT_VIEW(headers_), TRUE);
  gtk_text_view_set_left_margin(GTK_TEXT_VIEW(headers_), small_space);
  gtk_text_view_set_right_margin(GTK_TEXT_VIEW(headers_), small_space);
  // Tab goes on to the next field, as it does everywhere else in the window.
  gtk_text_view_set_accepts_tab(GTK_TEXT_VIEW(headers_), FALSE);
  set_accessible_name(headers_, _("Extra headers"));
  for (GtkWidget* const widget : {more_, headers_})
    gtk_widget_set_tooltip_text(widget, _("One a line, as in X-Title: Wordbrush. They go to this "
                                          "service with each request, and to no other host."));
  auto* const scrolled = make_scrolled(headers_, height_of_lines(headers_, header_lines));
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_AUTOMATIC,
                                 GTK_POLICY_AUTOMATIC);
  return scrolled;
}

/// What unfolds may be below what is seen of the fields. GTK scrolls to what has the
/// focus, once it has a place.
void SpeechFields::reveal_headers() {
  if (is_filling_ || gtk_expander_get_expanded(GTK_EXPANDER(more_)) == FALSE) return;
  revealing_ = Later([this] { gtk_widget_grab_focus(headers_); });
}

void SpeechFields::show(const settings::Connection& connection) {
  is_filling_ = true;
  show_choice(dialect_, choices_.dialects, connection.dialect);
  show_choice(size_fields_, choices_.size_fields, connection.size_fields);
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(stream_), connection.stream);
  gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(headers_)),
                           connection.headers.c_str(), -1);
  gtk_expander_set_expanded(GTK_EXPANDER(more_), !connection.headers.empty());
  is_filling_ = false;
}

void SpeechFields::read_into(settings::Connection& connection) const {
  connection.stream = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(stream_)) != FALSE;
  connection.dialect = choice_in(dialect_);
  connection.size_fields = choice_in(size_fields_);
  connection.headers = text_of(GTK_TEXT_VIEW(headers_));
}

}  // namespace wordbrush::ui
