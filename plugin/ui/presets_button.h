// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <memory>
#include <string>

#include "base/gobject_ptr.h"
#include "base/later.h"
#include "base/signal_connection.h"
#include "settings/preset_store.h"
#include "ui/presets_dialog.h"
#include "ui/presets_model.h"

namespace wordbrush::ui {

/// What the button asks for; called from the main loop.
struct PresetsButtonEvents {
  std::function<void(const std::string& preset_text)> on_apply;
  std::function<std::string()> prompt;  ///< what a new preset is made of
  std::function<void()> on_closed;      ///< the menu or the window gives the focus back
};

/// A button whose menu applies a preset, saves the prompt as one, or opens the window
/// where they are managed.
class PresetsButton {
 public:
  /// `store` outlives it.
  PresetsButton(settings::PresetStore& store, PresetsButtonEvents events);
  ~PresetsButton();
  PresetsButton(const PresetsButton&) = delete;
  PresetsButton& operator=(const PresetsButton&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return button_; }

 private:
  void open_menu();
  void fill(GtkMenuShell* menu);
  void add_item(GtkMenuShell* menu, GtkWidget* item, std::function<void()> on_activate);
  void manage(bool is_adding);

  settings::PresetStore& store_;
  PresetsButtonEvents events_;
  PresetsModel model_;
  GtkWidget* button_;
  GObjectPtr<GtkWidget> menu_;
  std::unique_ptr<PresetsDialog> dialog_;
  Later closing_;
  SignalConnection clicked_;
};

}  // namespace wordbrush::ui
