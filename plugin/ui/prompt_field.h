// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>

#include "base/signal_connection.h"

namespace wordbrush::ui {

/// The field for a prompt: five wrapped lines with their label above. Tab leaves it,
/// Ctrl+Enter starts.
class PromptField {
 public:
  /// `property` of `config` is the text. `on_start` is called at Ctrl+Enter.
  PromptField(GObject* config, const char* property, const char* label_with_mnemonic,
              std::function<void()> on_start);
  PromptField(const PromptField&) = delete;
  PromptField& operator=(const PromptField&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// The cursor goes in, behind the text, which is selected: typing replaces it.
  void focus();

 private:
  static gboolean on_key(GtkWidget* view, GdkEventKey* event, gpointer self);

  std::function<void()> on_start_;
  GtkWidget* view_;
  GtkWidget* box_;
  SignalConnection key_;
};

}  // namespace wordbrush::ui
