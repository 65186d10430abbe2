// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>

#include "base/signal_connection.h"
#include "ui/host_notice_text.h"

namespace wordbrush::ui {

/// Tells the user, before anything leaves for a host for the first time, what leaves and
/// to whom, and asks whether to send it. Modal to its parent alone and returns at once;
/// destroying it takes the question back.
class [[nodiscard]] HostNotice {
 public:
  /// Called once from the main loop; may destroy the notice. That the host is known by
  /// now is the caller's to remember.
  using OnAnswer = std::function<void(bool sends)>;

  HostNotice(GtkWindow* parent, const Leaving& leaving, OnAnswer on_answer);
  ~HostNotice();
  HostNotice(const HostNotice&) = delete;
  HostNotice& operator=(const HostNotice&) = delete;

 private:
  static void on_response(GtkDialog* dialog, int response, gpointer self);

  OnAnswer on_answer_;
  GtkWidget* dialog_;
  SignalConnection response_;
};

}  // namespace wordbrush::ui
