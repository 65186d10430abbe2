// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_editor.h"

#include <utility>

#include "ui/keys.h"
#include "ui/signals.h"
#include "ui/spelling.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int prompt_lines = 5;

}  // namespace

PromptEditor::PromptEditor(PromptEditorEvents events, MentionPopover::Source mentions)
    : events_(std::move(events)),
      view_(make_text_view()),
      scrolled_(make_scrolled(view_, height_of_lines(view_, prompt_lines) + 2 * text_margin)),
      undo_(buffer()),
      mentions_(GTK_TEXT_VIEW(view_), std::move(mentions)) {
  signals_.emplace_back(view_,
                        g_signal_connect(view_, "key-press-event", G_CALLBACK(on_key), this));
  signals_.emplace_back(view_,
                        g_signal_connect(view_, "preedit-changed", G_CALLBACK(on_preedit), this));
  signals_.push_back(on(buffer(), "changed", [this] { show_changed(); }));
  check_spelling(GTK_TEXT_VIEW(view_));
}

std::string PromptEditor::text() const {
  return text_in(GTK_TEXT_VIEW(view_));
}

void PromptEditor::set_text(const std::string& text) {
  if (text == this->text()) return;
  is_setting_ = true;
  gtk_text_buffer_begin_user_action(buffer());
  GtkTextIter start;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(buffer(), &start, &end);
  gtk_text_buffer_delete(buffer(), &start, &end);
  gtk_text_buffer_insert(buffer(), &start, text.data(), static_cast<int>(text.size()));
  gtk_text_buffer_place_cursor(buffer(), &start);
  gtk_text_buffer_end_user_action(buffer());
  is_setting_ = false;
  mentions_.hide();
  events_.on_changed();
}

void PromptEditor::focus() {
  GtkTextIter start;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(buffer(), &start, &end);
  gtk_text_buffer_select_range(buffer(), &end, &start);
  gtk_widget_grab_focus(view_);
}

void PromptEditor::show_changed() {
  if (is_setting_) return;  // half of it
  mentions_.follow_typing();
  events_.on_changed();
}

void PromptEditor::undo(bool is_redo) {
  is_setting_ = true;
  if (is_redo)
    undo_.redo();
  else
    undo_.undo();
  is_setting_ = false;
  mentions_.hide();
  events_.on_changed();
  gtk_text_view_scroll_mark_onscreen(GTK_TEXT_VIEW(view_), gtk_text_buffer_get_insert(buffer()));
}

bool PromptEditor::take_key(const GdkEventKey* event) {
  const auto modifiers = modifiers_of(event);
  const bool is_control = modifiers == GDK_CONTROL_MASK;
  if (is_control && is_enter(event)) {
    events_.on_send();
  } else if (is_control && is_letter(event, GDK_KEY_z)) {
    undo(false);
  } else if ((is_control && is_letter(event, GDK_KEY_y)) ||
             (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && is_letter(event, GDK_KEY_z))) {
    undo(true);
  } else if (modifiers == GDK_MOD1_MASK && event->keyval == GDK_KEY_Up) {
    events_.on_older();
  } else if (modifiers == GDK_MOD1_MASK && event->keyval == GDK_KEY_Down) {
    events_.on_newer();
  } else {
    return mentions_.take_key(event);
  }
  return true;
}

gboolean PromptEditor::on_key(GtkWidget*, GdkEventKey* event, gpointer self) {
  auto& editor = *static_cast<PromptEditor*>(self);
  return !editor.is_composing_ && editor.take_key(event) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void PromptEditor::on_preedit(GtkTextView*, char* preedit, gpointer self) {
  static_cast<PromptEditor*>(self)->is_composing_ = *preedit != '\0';
}

}  // namespace wordbrush::ui
