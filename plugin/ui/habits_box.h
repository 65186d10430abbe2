// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/later.h"
#include "base/result.h"
#include "base/signal_connection.h"

namespace wordbrush::ui {

/// What is spent, as it is written down.
struct SpendingActions {
  std::function<Result<std::optional<double>>()> cap;  ///< USD a month; none: no cap
  std::function<Result<void>(std::optional<double>)> set_cap;
  std::function<std::string()> spent;  ///< what this month has cost so far, in words
};

/// Something that is done always, or never.
struct Habit {
  bool is_on;
  std::function<void(bool is_on)> on_changed;
};

/// How the window behaves: what it does with the first result, and what it may spend.
class HabitsBox {
 public:
  HabitsBox(Habit applies_first, Habit keeps_recipes, SpendingActions spending);
  HabitsBox(const HabitsBox&) = delete;
  HabitsBox& operator=(const HabitsBox&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// Brings the user to the cap, wherever the box is folded away.
  void go_to_cap();

  /// Something was paid.
  void refresh();

 private:
  GtkWidget* add_check(Habit habit, const char* label, const char* tip);
  void save_cap();
  void show(const std::string& text);

  SpendingActions spending_;
  GtkWidget* box_;
  GtkWidget* cap_;
  GtkWidget* spent_;
  std::vector<SignalConnection> signals_;
  SignalConnection placed_;
  Later going_;
};

}  // namespace wordbrush::ui
