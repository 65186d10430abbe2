// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal_connection.h"

namespace wordbrush::ui {

struct KeyFieldEvents {
  std::function<void()> on_edited;
  std::function<void()> on_forget;
};

/// Where a key is typed, and under it what is known of the one that is saved. That one is
/// never shown again.
class KeyField {
 public:
  explicit KeyField(KeyFieldEvents events);
  KeyField(const KeyField&) = delete;
  KeyField& operator=(const KeyField&) = delete;

  /// Two rows of a grid of labels and fields.
  void add_to(GtkGrid* grid, int row);

  std::string typed() const;
  /// Calls no event.
  void clear();

  /// Where the key is, or that there is none; `is_saved`: it can be forgotten.
  void show_place(const std::string& text, bool is_saved);
  void focus();

 private:
  GtkWidget* entry_;
  GtkWidget* place_;
  GtkWidget* forget_;
  bool is_filling_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
