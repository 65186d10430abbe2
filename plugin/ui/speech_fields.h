// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/later.h"
#include "base/signal_connection.h"
#include "settings/connection.h"
#include "ui/choice_field.h"

namespace wordbrush::ui {

/// What those who know the wire let the user choose from; the first of each is what
/// a new connection has.
struct SpeechChoices {
  Choices dialects;
  Choices size_fields;
};

/// How a service wants to be asked: what it speaks, how it is told the size, whether it
/// streams, and what is sent along.
class SpeechFields {
 public:
  SpeechFields(SpeechChoices choices, std::function<void()> on_edited);
  SpeechFields(const SpeechFields&) = delete;
  SpeechFields& operator=(const SpeechFields&) = delete;

  /// Four rows of a grid of labels and fields.
  void add_to(GtkGrid* grid, int row);

  /// Calls no event.
  void show(const settings::Connection& connection);
  void read_into(settings::Connection& connection) const;

 private:
  GtkWidget* make_headers();
  void reveal_headers();

  SpeechChoices choices_;
  GtkWidget* dialect_;
  GtkWidget* size_fields_;
  GtkWidget* stream_;
  GtkWidget* more_;  ///< folds the headers away, which hardly anybody needs
  GtkWidget* headers_;
  bool is_filling_ = false;
  Later revealing_;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
