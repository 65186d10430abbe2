// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "ui/window_model.h"

namespace wordbrush::ui {

/// The requests that are on their way: how far each is, what the model says, and a way
/// to cancel it.
class RunList {
 public:
  using OnCancel = std::function<void(int run_id)>;

  explicit RunList(OnCancel on_cancel);
  ~RunList();
  RunList(const RunList&) = delete;
  RunList& operator=(const RunList&) = delete;

  /// Owned by the container that it is put into; hidden while nothing is on its way.
  GtkWidget* widget() const { return scrolled_; }

  void show(const std::vector<WindowModel::Run>& runs);

 private:
  class Row;

  OnCancel on_cancel_;
  GtkWidget* box_;
  GtkWidget* scrolled_;
  std::map<int, std::unique_ptr<Row>> rows_;
};

/// "Waiting for the model, 1.2 MB sent, 12 s". Translated.
std::string run_sentence(const RunStatus& status, std::int64_t now);

}  // namespace wordbrush::ui
