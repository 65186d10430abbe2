// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clause_row.h"

#include <glib/gi18n.h>

#include <utility>

#include "ui/keys.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

// So that what is sent is seen without scrolling.
constexpr int clause_lines = 2;

}  // namespace

ClauseRow::ClauseRow(const PromptClause& clause, std::function<void()> on_changed,
                     std::function<void()> on_send)
    : on_changed_(std::move(on_changed)),
      on_send_(std::move(on_send)),
      box_(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space)),
      is_added_(gtk_check_button_new_with_label(_("Add:"))),
      text_(make_text_view()) {
  auto* const buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(text_));
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(is_added_), clause.is_added);
  gtk_text_buffer_set_text(buffer, clause.text.c_str(), -1);
  build();
  show_whether_added();
  signals_.push_back(on(is_added_, "toggled", [this] {
    show_whether_added();
    on_changed_();
  }));
  signals_.push_back(on(buffer, "changed", [this] { on_changed_(); }));
  signals_.emplace_back(text_,
                        g_signal_connect(text_, "key-press-event", G_CALLBACK(on_key), this));
}

void ClauseRow::build() {
  gtk_widget_set_tooltip_text(is_added_, _("Send this below your prompt"));
  gtk_widget_set_valign(is_added_, GTK_ALIGN_START);
  set_accessible_name(is_added_, _("Add a sentence to the prompt"));
  set_accessible_name(text_, _("Sentence added to the prompt"));
  auto* const scrolled =
      make_scrolled(text_, height_of_lines(text_, clause_lines) + 2 * text_margin);
  gtk_box_pack_start(GTK_BOX(box_), is_added_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), scrolled, TRUE, TRUE, 0);
}

PromptClause ClauseRow::clause() const {
  return {.text = text_in(GTK_TEXT_VIEW(text_)),
          .is_added = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(is_added_)) != FALSE};
}

void ClauseRow::show_whether_added() {
  gtk_widget_set_sensitive(text_, clause().is_added);
}

gboolean ClauseRow::on_key(GtkWidget*, GdkEventKey* event, gpointer self) {
  if (!is_enter(event) || modifiers_of(event) != GDK_CONTROL_MASK) return GDK_EVENT_PROPAGATE;
  static_cast<ClauseRow*>(self)->on_send_();
  return GDK_EVENT_STOP;
}

}  // namespace wordbrush::ui
