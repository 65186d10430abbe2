// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "base/signal_connection.h"
#include "ui/undo_stack.h"

namespace wordbrush::ui {

/// Undo and redo for a GtkTextBuffer, which GTK 3 leaves to programs. One user action of
/// the buffer is one step.
class TextUndo {
 public:
  explicit TextUndo(GtkTextBuffer* buffer);
  TextUndo(const TextUndo&) = delete;
  TextUndo& operator=(const TextUndo&) = delete;

  /// The cursor goes where the text changed. Each does nothing where nothing is left.
  void undo() { make(stack_.undo()); }
  void redo() { make(stack_.redo()); }

 private:
  void make(const std::vector<TextChange>& changes);
  static void on_insert(GtkTextBuffer* buffer, GtkTextIter* at, char* text, int length,
                        gpointer self);
  static void on_delete(GtkTextBuffer* buffer, GtkTextIter* start, GtkTextIter* end, gpointer self);

  GtkTextBuffer* buffer_;  // kept by the connections
  UndoStack stack_;
  bool is_making_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
