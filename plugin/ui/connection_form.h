// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "settings/connection.h"
#include "ui/check_row.h"
#include "ui/key_field.h"
#include "ui/model_field.h"
#include "ui/speech_fields.h"

namespace wordbrush::ui {

struct ConnectionFormEvents {
  std::function<void()> on_edited;  ///< the user typed or switched something
  std::function<void()> on_check;
  std::function<void()> on_forget_key;
};

/// The fields of one connection.
class ConnectionForm {
 public:
  ConnectionForm(ConnectionFormEvents events, SpeechChoices choices);
  ConnectionForm(const ConnectionForm&) = delete;
  ConnectionForm& operator=(const ConnectionForm&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// Fills the fields, forgets a typed key and the last result. Calls no event.
  void show(const settings::Connection& connection);
  settings::Connection read() const;

  KeyField& key() { return key_; }
  const KeyField& key() const { return key_; }
  ModelField& model() { return model_; }
  void show_result(const std::string& text, bool is_busy = false);

  /// Puts the cursor where a new connection needs it first: where its address has a gap,
  /// there; where it has none, into the key; and where it has no address, into the name.
  void focus_gap();

 private:
  void add_fields();
  void focus_in_address(int start, int end);

  ConnectionFormEvents events_;
  GtkWidget* box_;
  GtkWidget* grid_;
  GtkWidget* name_;
  GtkWidget* address_;
  KeyField key_;
  ModelField model_;
  SpeechFields speech_;
  CheckRow check_;
  bool is_filling_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
