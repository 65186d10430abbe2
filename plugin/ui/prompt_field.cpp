// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_field.h"

#include <libgimp/gimp.h>
#include <libgimp/gimpui.h>

#include <utility>

#include "base/gobject_ptr.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int visible_lines = 5;
constexpr int inner_margin = 4;

GtkWidget* make_view(GObject* config, const char* property) {
  const auto buffer =
      GObjectPtr<GtkTextBuffer>::adopt(gimp_prop_text_buffer_new(config, property, -1));
  auto* const view = gtk_text_view_new_with_buffer(buffer.get());
  gtk_text_view_set_wrap_mode(GTK_TEXT_VIEW(view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_left_margin(GTK_TEXT_VIEW(view), inner_margin);
  gtk_text_view_set_right_margin(GTK_TEXT_VIEW(view), inner_margin);
  gtk_text_view_set_top_margin(GTK_TEXT_VIEW(view), inner_margin);
  gtk_text_view_set_bottom_margin(GTK_TEXT_VIEW(view), inner_margin);
  return view;
}

}  // namespace

PromptField::PromptField(GObject* config, const char* property, const char* label_with_mnemonic,
                         std::function<void()> on_start)
    : on_start_(std::move(on_start)),
      view_(make_view(config, property)),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      key_(view_, g_signal_connect(view_, "key-press-event", G_CALLBACK(on_key), this)) {
  gtk_box_pack_start(GTK_BOX(box_), make_field_label(label_with_mnemonic, view_), FALSE, FALSE, 0);
  auto* const scrolled =
      make_scrolled(view_, height_of_lines(view_, visible_lines) + 2 * inner_margin);
  gtk_box_pack_start(GTK_BOX(box_), scrolled, TRUE, TRUE, 0);
}

void PromptField::focus() {
  auto* const buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(view_));
  GtkTextIter start;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(buffer, &start, &end);
  gtk_text_buffer_select_range(buffer, &end, &start);
  gtk_widget_grab_focus(view_);
}

gboolean PromptField::on_key(GtkWidget*, GdkEventKey* event, gpointer self) {
  const bool is_enter = event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter ||
                        event->keyval == GDK_KEY_ISO_Enter;
  if (!is_enter || (event->state & GDK_CONTROL_MASK) == 0) return GDK_EVENT_PROPAGATE;
  static_cast<PromptField*>(self)->on_start_();
  return GDK_EVENT_STOP;
}

}  // namespace wordbrush::ui
