// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/later.h"
#include "base/signal_connection.h"
#include "ui/prompt_history_model.h"

namespace wordbrush::ui {

/// What the popover asks for; called from the main loop.
struct HistoryPopoverEvents {
  std::function<void()> on_open;                    ///< the model is to be filled
  std::function<void(const std::string&)> on_take;  ///< the user chose this prompt
};

/// A button that opens the earlier prompts: a list, and words to find some of them.
class HistoryPopover {
 public:
  /// `model` outlives it.
  HistoryPopover(PromptHistoryModel& model, HistoryPopoverEvents events);
  HistoryPopover(const HistoryPopover&) = delete;
  HistoryPopover& operator=(const HistoryPopover&) = delete;

  /// The button. Owned by the container that it is put into.
  GtkWidget* widget() const { return button_; }

 private:
  void build();
  void open();
  void prepare();
  void filter();
  GtkListBoxRow* first_shown() const;
  void take(GtkListBoxRow* row);
  static void on_row(GtkListBox* list, GtkListBoxRow* row, gpointer self);
  static gboolean on_entry_key(GtkWidget* entry, GdkEventKey* event, gpointer self);

  PromptHistoryModel& model_;
  HistoryPopoverEvents events_;
  GtkWidget* button_;
  GtkWidget* popover_;
  GtkWidget* entry_;
  GtkWidget* list_;
  GtkWidget* nothing_;
  Later preparing_;
  bool is_prepared_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
