// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>

#include "base/later.h"
#include "base/signal_connection.h"

namespace wordbrush::ui {

/// One sentence where the user looks, with at most one button that helps.
class MessageBar {
 public:
  MessageBar();
  MessageBar(const MessageBar&) = delete;
  MessageBar& operator=(const MessageBar&) = delete;

  /// Owned by the container that it is put into; hidden while there is nothing to say.
  GtkWidget* widget() const { return bar_; }

  /// An error stays until it is closed or another message comes. `button` is its label;
  /// empty: there is none.
  void show_error(const std::string& sentence, const std::string& button,
                  std::function<void()> on_button);
  /// Joins what is shown.
  void show_notice(const std::string& sentence);
  void hide();

  /// Lets the button count `seconds` down, and be pressed after that.
  void wait(int seconds, const std::string& label);

 private:
  void show(GtkMessageType type, const std::string& sentence);
  void say(const std::string& text);
  void add(const std::string& sentence);
  void count_down();
  static void on_response(GtkInfoBar* bar, int response, gpointer self);

  GtkWidget* bar_;
  GtkWidget* icon_;
  GtkWidget* label_;
  GtkWidget* button_;
  std::function<void()> on_button_;
  int seconds_ = 0;
  std::string button_label_;
  Later tick_;
  SignalConnection response_;
};

}  // namespace wordbrush::ui
