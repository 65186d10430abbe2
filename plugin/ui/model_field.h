// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "ui/offered_models.h"

namespace wordbrush::ui {

/// A model's name, typed or chosen from those that the service offers: first from those
/// that make pictures, with a switch for all of them.
class ModelField {
 public:
  explicit ModelField(std::function<void()> on_edited);
  ModelField(const ModelField&) = delete;
  ModelField& operator=(const ModelField&) = delete;

  /// One row of a grid of labels and fields; the switch is there once it is of use.
  void add_to(GtkGrid* grid, int row);

  /// Forgets what was offered. Calls no event.
  void show(const std::string& model);
  std::string read() const;

  /// To choose from; the name that is set stays. Calls no event.
  void offer(ModelOffers offers);

 private:
  GtkEntry* entry() const;
  void fill(const std::string& model);

  ModelOffers offers_;
  GtkWidget* combo_;
  GtkWidget* show_all_;
  bool is_filling_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
