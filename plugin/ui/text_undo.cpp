// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text_undo.h"

#include "base/glib_ptr.h"
#include "ui/signals.h"

namespace wordbrush::ui {

TextUndo::TextUndo(GtkTextBuffer* buffer) : buffer_(buffer) {
  signals_.emplace_back(
      buffer, g_signal_connect(buffer, "insert-text", G_CALLBACK(TextUndo::on_insert), this));
  signals_.emplace_back(
      buffer, g_signal_connect(buffer, "delete-range", G_CALLBACK(TextUndo::on_delete), this));
  signals_.push_back(on(buffer, "begin-user-action", [this] {
    if (!is_making_) stack_.begin();
  }));
  signals_.push_back(on(buffer, "end-user-action", [this] {
    if (!is_making_) stack_.end();
  }));
}

void TextUndo::on_insert(GtkTextBuffer*, GtkTextIter* at, char* text, int length, gpointer self) {
  auto& undo = *static_cast<TextUndo*>(self);
  if (undo.is_making_) return;
  undo.stack_.add({.position = gtk_text_iter_get_offset(at),
                   .inserted = std::string(text, static_cast<std::size_t>(length))});
}

void TextUndo::on_delete(GtkTextBuffer* buffer, GtkTextIter* start, GtkTextIter* end,
                         gpointer self) {
  auto& undo = *static_cast<TextUndo*>(self);
  if (undo.is_making_) return;
  const GCharPtr removed(gtk_text_buffer_get_slice(buffer, start, end, TRUE));
  undo.stack_.add({.position = gtk_text_iter_get_offset(start), .removed = removed.get()});
}

void TextUndo::make(const std::vector<TextChange>& changes) {
  if (changes.empty()) return;
  is_making_ = true;
  gtk_text_buffer_begin_user_action(buffer_);
  for (const auto& [position, removed, inserted] : changes) {
    GtkTextIter start;
    GtkTextIter end;
    gtk_text_buffer_get_iter_at_offset(buffer_, &start, position);
    end = start;
    gtk_text_iter_forward_chars(&end, static_cast<int>(g_utf8_strlen(removed.c_str(), -1)));
    gtk_text_buffer_delete(buffer_, &start, &end);
    gtk_text_buffer_insert(buffer_, &start, inserted.data(), static_cast<int>(inserted.size()));
    gtk_text_buffer_place_cursor(buffer_, &start);
  }
  gtk_text_buffer_end_user_action(buffer_);
  is_making_ = false;
}

}  // namespace wordbrush::ui
