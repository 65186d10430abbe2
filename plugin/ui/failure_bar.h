// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>

#include "ui/error_help.h"
#include "ui/message_bar.h"
#include "ui/window_model.h"

namespace wordbrush::ui {

/// What the button of a failure does.
struct FailureActions {
  std::function<void()> open_connections;
  std::function<void()> change_cap;
  std::function<void(Order)> send;
  std::function<GtkWindow*()> window;
};

/// Says in the message bar what failed, with the one button that helps.
class FailureBar {
 public:
  /// `bar` outlives it.
  FailureBar(MessageBar& bar, FailureActions actions);
  FailureBar(const FailureBar&) = delete;
  FailureBar& operator=(const FailureBar&) = delete;

  void show(Failure failure);

 private:
  void help(Help help, const Failure& failure);

  MessageBar& bar_;
  FailureActions actions_;
};

}  // namespace wordbrush::ui
