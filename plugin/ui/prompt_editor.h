// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "ui/mention_popover.h"
#include "ui/text_undo.h"

namespace wordbrush::ui {

/// What the user does in the editor; called from the main loop.
struct PromptEditorEvents {
  std::function<void()> on_send;     ///< Ctrl+Enter
  std::function<void()> on_changed;  ///< the text, by whomever
  std::function<void()> on_older;    ///< Alt+Up
  std::function<void()> on_newer;    ///< Alt+Down
};

/// Five lines to write a prompt into: Tab leaves it, Ctrl+Z and Ctrl+Shift+Z undo and
/// redo, an @ offers what the prompt can name, misspelt words are marked.
class PromptEditor {
 public:
  PromptEditor(PromptEditorEvents events, MentionPopover::Source mentions);
  PromptEditor(const PromptEditor&) = delete;
  PromptEditor& operator=(const PromptEditor&) = delete;

  /// In its frame that scrolls. Owned by the container that it is put into.
  GtkWidget* widget() const { return scrolled_; }
  /// What has the focus and the name.
  GtkWidget* view() const { return view_; }

  std::string text() const;
  /// Undo brings back what was there. The cursor goes behind the text.
  void set_text(const std::string& text);

  /// The cursor goes in, behind the text, which is selected: typing replaces it.
  void focus();

 private:
  GtkTextBuffer* buffer() const { return gtk_text_view_get_buffer(GTK_TEXT_VIEW(view_)); }
  void undo(bool is_redo);
  bool take_key(const GdkEventKey* event);
  void show_changed();
  static gboolean on_key(GtkWidget* view, GdkEventKey* event, gpointer self);
  static void on_preedit(GtkTextView* view, char* preedit, gpointer self);

  PromptEditorEvents events_;
  GtkWidget* view_;
  GtkWidget* scrolled_;
  TextUndo undo_;
  MentionPopover mentions_;
  bool is_composing_ = false;  // an input method has the keys
  bool is_setting_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
