// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "settings/connection.h"
#include "ui/choice_field.h"

namespace wordbrush::ui {

struct ConnectionFormEvents {
  std::function<void()> on_edited;  ///< the user typed or switched something
  std::function<void()> on_check;
  std::function<void()> on_forget_key;
};

/// What those who know the wire let the user choose from; the first of each is what
/// a new connection has.
struct ConnectionFormChoices {
  Choices dialects;
  Choices size_fields;
};

/// The fields of one connection. A key that is saved is never shown again.
class ConnectionForm {
 public:
  ConnectionForm(ConnectionFormEvents events, ConnectionFormChoices choices);
  ConnectionForm(const ConnectionForm&) = delete;
  ConnectionForm& operator=(const ConnectionForm&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// Fills the fields, forgets a typed key and the last result. Calls no event.
  void show(const settings::Connection& connection);
  settings::Connection read() const;

  std::string typed_key() const;
  void clear_key();

  /// Where the key is, or that there is none; `is_saved`: it can be forgotten.
  void show_key_place(const std::string& text, bool is_saved);
  /// To choose from; the one that is set stays.
  void show_models(const std::vector<std::string>& models);
  void show_result(const std::string& text, bool is_busy = false);

  void focus_name();

 private:
  void add_fields();
  void add_key_row(GtkGrid* grid, int row);
  void add_speech_rows(GtkGrid* grid, int row);
  void add_check_row();
  void connect();
  GtkEntry* model_entry() const;

  ConnectionFormEvents events_;
  ConnectionFormChoices choices_;
  GtkWidget* box_;
  GtkWidget* grid_;
  GtkWidget* name_;
  GtkWidget* address_;
  GtkWidget* key_;
  GtkWidget* key_place_;
  GtkWidget* forget_;
  GtkWidget* model_;
  GtkWidget* dialect_;
  GtkWidget* size_fields_;
  GtkWidget* stream_;
  GtkWidget* check_;
  GtkWidget* spinner_;
  GtkWidget* result_;
  bool is_filling_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
