// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <vector>

#include "base/signal_connection.h"
#include "ui/prompt_clause.h"

namespace wordbrush::ui {

/// The clause that is added to the prompt, to be read, edited and switched off.
class ClauseRow {
 public:
  /// Both are called from the main loop: when the user changed it, and at Ctrl+Enter.
  ClauseRow(const PromptClause& clause, std::function<void()> on_changed,
            std::function<void()> on_send);
  ClauseRow(const ClauseRow&) = delete;
  ClauseRow& operator=(const ClauseRow&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }
  PromptClause clause() const;

 private:
  void build();
  void show_whether_added();
  static gboolean on_key(GtkWidget* text, GdkEventKey* event, gpointer self);

  std::function<void()> on_changed_;
  std::function<void()> on_send_;
  GtkWidget* box_;
  GtkWidget* is_added_;
  GtkWidget* text_;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
