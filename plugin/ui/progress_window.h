// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <optional>
#include <string>

#include "base/signal_connection.h"

namespace wordbrush::ui {

/// A small window that shows how far a request is, beside GIMP's, which stays
/// usable. It stays until it is destroyed.
class ProgressWindow {
 public:
  /// `on_cancel` is called once, at Cancel, Escape or the window's close button, and
  /// may destroy the window. Needs gimp_ui_init().
  ProgressWindow(const std::string& title, std::function<void()> on_cancel);
  ~ProgressWindow();
  ProgressWindow(const ProgressWindow&) = delete;
  ProgressWindow& operator=(const ProgressWindow&) = delete;

  void set_stage(const std::string& text);

  /// 0 to 1; none: something is going on, nobody knows how much is left.
  void set_fraction(std::optional<double> fraction);

  /// The model's words so far; the newest are in view.
  void set_words(const std::string& text);

 private:
  void cancel();
  void show_words_end();
  static gboolean on_pulse(gpointer self);
  static gboolean on_delete(GtkWidget* window, GdkEvent* event, gpointer self);

  std::function<void()> on_cancel_;
  GtkWidget* dialog_;
  GtkWidget* stage_;
  GtkWidget* bar_;
  GtkWidget* words_;
  GtkWidget* words_area_;
  guint pulse_ = 0;
  SignalConnection response_;
  SignalConnection words_grown_;
  SignalConnection delete_;
};

}  // namespace wordbrush::ui
