// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>
#include <libgimp/gimp.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "edit/spool.h"
#include "settings/connection.h"
#include "settings/draft.h"
#include "settings/preferences.h"
#include "settings/preset_store.h"
#include "settings/prompt_history.h"
#include "ui/habits_box.h"
#include "ui/request_run.h"

namespace wordbrush::ui {

/// What the window works with; all of it outlives the window.
struct WindowParts {
  GimpProcedureConfig* config;  ///< the arguments of the edit procedure
  SoupSession* session;
  edit::Spool& results;
  settings::PreferenceStore& preferences;
  settings::PromptHistory& history;
  settings::PresetStore& presets;
  settings::DraftStore& drafts;
  std::filesystem::path manual;  ///< the folder of the manual
};

/// The saved connections, and which one is in use.
struct SavedConnections {
  std::vector<settings::Connection> all;
  std::string chosen;
};

/// What the window has others do.
struct WindowActions {
  /// Reads the config's arguments into an order.
  std::function<void(Order&)> read_arguments;
  /// Where the order goes, and whether it may.
  std::function<RequestRun::Way(const Order&)> way_of;
  /// Where it would go, without a key.
  std::function<Result<edit::Route>(const Order&)> preview_route;
  std::function<Result<SavedConnections>()> load_connections;
  /// Opens their window; `on_changed` may be called as long as this window is there.
  std::function<Result<void>(GtkWindow* parent, std::function<void()> on_changed)> open_connections;
  /// Writes the config's arguments down for the next time.
  std::function<void()> save_arguments;
  /// What the order is likely to cost, in words; empty: nobody knows.
  std::function<std::string(const Order&)> price_of;
  /// Asks what is left in the account of the connection in use, in words, where its service
  /// tells that; empty: it does not. Asking again makes an earlier question void.
  std::function<void(std::function<void(const std::string& sentence)>)> ask_balance;
  SpendingActions spending;
  /// An answer came that the service may ask money for.
  std::function<void(const Bill&)> on_bill;
  /// The user closed the window. Last; may destroy it.
  std::function<void()> on_closed;
  std::string demo_help;  ///< what the offline demo understands
};

/// The window in which people say what should change, watch it come, compare and apply.
/// It is not modal: they go on working in GIMP meanwhile.
class EditWindow {
 public:
  /// Needs gimp_ui_init().
  EditWindow(WindowParts parts, WindowActions actions);
  EditWindow(const EditWindow&) = delete;
  EditWindow& operator=(const EditWindow&) = delete;
  ~EditWindow();

  /// Comes to the front, working on that image and layer (0: none), to edit or to
  /// generate.
  void present(bool is_edit, int image_id, int layer_id);

  GtkWindow* window() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::ui
