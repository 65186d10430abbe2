// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/window_session.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <memory>
#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "base/later.h"
#include "demo/instructions.h"
#include "edit/spool.h"
#include "net/session.h"
#include "procedures/appearance.h"
#include "procedures/arguments.h"
#include "procedures/balance_watch.h"
#include "procedures/connection_actions.h"
#include "procedures/endpoints.h"
#include "procedures/picture_procedures.h"
#include "procedures/send_gate.h"
#include "settings/draft.h"
#include "settings/folder.h"
#include "settings/preferences.h"
#include "settings/preset_store.h"
#include "settings/prompt_history.h"
#include "ui/connections_window.h"
#include "ui/edit_window.h"

namespace wordbrush::procedures {

namespace {

/// Only there while the window is, so that whoever is called next finds it.
constexpr const char* raise_name = "plug-in-wordbrush-raise-window";

constexpr std::uint64_t bytes_per_mib = std::uint64_t{1} << 20U;

edit::SpoolLimits limits_of(const settings::Preferences& preferences) {
  // Results stay until the budget is used up.
  constexpr auto forever = std::chrono::days(36500);
  return {.max_age = forever,
          .max_bytes = static_cast<std::uint64_t>(preferences.results_mib) * bytes_per_mib};
}

/// The arguments as the user left them, whatever procedure the window was opened by.
GObjectPtr<GimpProcedureConfig> load_config(GimpProcedure* procedure) {
  auto config = GObjectPtr<GimpProcedureConfig>::adopt(gimp_procedure_create_config(procedure));
  const auto file =
      GObjectPtr<GFile>::adopt(g_file_new_for_path((own_folder() / "window-arguments").c_str()));
  // There is none at first, and a damaged one is no reason to fail.
  const auto path = own_folder() / "window-arguments";
  std::error_code error;
  const auto kind = std::filesystem::status(path, error).type();
  const bool is_read =
      kind == std::filesystem::file_type::regular &&
      gimp_config_deserialize_file(GIMP_CONFIG(config.get()), file.get(), nullptr, nullptr);
  if (!is_read && kind != std::filesystem::file_type::not_found) (void)settings::put_aside(path);
  return config;
}

void save_config(GimpProcedureConfig* config) {
  const auto file =
      GObjectPtr<GFile>::adopt(g_file_new_for_path((own_folder() / "window-arguments").c_str()));
  gimp_config_serialize_to_file(GIMP_CONFIG(config), file.get(), nullptr, nullptr, nullptr,
                                nullptr);
}

int id_of(GimpImage* image) {
  return image == nullptr ? 0 : gimp_image_get_id(image);
}

int id_of(GimpDrawable* drawable) {
  return drawable == nullptr ? 0 : gimp_item_get_id(GIMP_ITEM(drawable));
}

/// One window, and all that it works with.
class WindowSession {
 public:
  explicit WindowSession(const WindowCall& call)
      : plug_in_(gimp_procedure_get_plug_in(call.procedure)),
        edit_(GObjectPtr<GimpProcedure>::adopt(make_edit(plug_in_))),
        config_(load_config(edit_.get())) {
    // First of all: whoever calls next finds this window, not none.
    add_raise_procedure();
    take_last_connection();
    window_.emplace(ui::WindowParts{config_.get(), session_.get(), results_, preferences_, history_,
                                    presets_, drafts_, beside_program("manual")},
                    actions());
    window_->present(call.is_edit, id_of(call.image), id_of(call.drawable));
  }
  ~WindowSession() { gimp_plug_in_remove_temp_procedure(plug_in_, raise_name); }
  WindowSession(const WindowSession&) = delete;
  WindowSession& operator=(const WindowSession&) = delete;

  void run() {
    g_main_loop_run(loop_.get());
    is_over_ = true;
  }

 private:
  ui::WindowActions actions();
  Result<ui::SavedConnections> load_connections();
  void take_last_connection();
  void add_raise_procedure();
  static GimpValueArray* on_raise(GimpProcedure* procedure, GimpProcedureConfig* config,
                                  gpointer self);

  GimpPlugIn* plug_in_;
  const GMainLoopPtr loop_{g_main_loop_new(nullptr, FALSE)};
  const GObjectPtr<GimpProcedure> edit_;
  const GObjectPtr<GimpProcedureConfig> config_;
  const GObjectPtr<SoupSession> session_ = net::make_session();
  Endpoints endpoints_;
  settings::PreferenceStore preferences_{own_folder()};
  settings::PromptHistory history_{own_folder()};
  settings::PresetStore presets_{own_folder()};
  edit::Spool results_{results_folder(), limits_of(preferences_.load())};
  settings::DraftStore drafts_{own_folder()};
  SendGate gate_{endpoints_, preferences_, own_folder()};
  BalanceWatch balance_{endpoints_, session_.get(), preferences_};
  std::optional<ui::ConnectionsWindow> connections_;
  std::optional<ui::EditWindow> window_;
  bool is_over_ = false;
  Later raising_;
};

ui::WindowActions WindowSession::actions() {
  return {
      .read_arguments =
          [this](ui::Order& order) {
            order.request = read_request(config_.get());
            order.treatment = read_treatment(config_.get());
          },
      .way_of =
          [this](const ui::Order& order) {
            balance_.stop();
            return gate_.way_of(window_->window(), read_wish(config_.get()), order);
          },
      .preview_route =
          [this](const ui::Order&) { return endpoints_.preview(read_wish(config_.get())); },
      .load_connections = [this] { return load_connections(); },
      .open_connections = [this](GtkWindow* parent,
                                 std::function<void()> on_changed) -> Result<void> {
        if (connections_) {
          connections_->present();
          return {};
        }
        auto opened = ui::ConnectionsWindow::open(
            endpoints_.connections(), endpoints_.keys(),
            connection_actions(endpoints_, session_.get()), parent,
            {.on_changed = std::move(on_changed), .on_closed = [this] { connections_.reset(); }});
        if (!opened) return fail(std::move(opened.error()));
        connections_.emplace(std::move(*opened));
        return {};
      },
      .save_arguments = [this] { save_config(config_.get()); },
      .price_of =
          [this](const ui::Order& order) {
            return gate_.price_of(read_wish(config_.get()), order);
          },
      .ask_balance =
          [this](BalanceWatch::OnTold on_told) {
            balance_.ask(read_wish(config_.get()), std::move(on_told));
          },
      .spending = gate_.spending_actions(),
      .on_bill = [this](const ui::Bill& bill) { gate_.write_down(bill); },
      .on_closed = [this] { g_main_loop_quit(loop_.get()); },
      .demo_help = demo::describe_abilities()};
}

/// GIMP does not write these down, since they would go into the image.
void WindowSession::take_last_connection() {
  const settings::Preferences preferences = preferences_.load();
  g_object_set(config_.get(), "connection", preferences.connection.c_str(), "model",
               preferences.model.c_str(), nullptr);
}

Result<ui::SavedConnections> WindowSession::load_connections() {
  auto all = endpoints_.connections().load();
  if (!all) return fail(std::move(all.error()));
  auto chosen = endpoints_.connections().chosen();
  if (!chosen) return fail(std::move(chosen.error()));
  return ui::SavedConnections{std::move(*all), std::move(*chosen)};
}

void WindowSession::add_raise_procedure() {
  auto* const procedure = gimp_procedure_new(plug_in_, raise_name, GIMP_PDB_PROC_TYPE_TEMPORARY,
                                             on_raise, this, nullptr);
  gimp_procedure_set_documentation(procedure, "Brings the window of Wordbrush to the front",
                                   nullptr, raise_name);
  gimp_procedure_add_boolean_argument(procedure, "edit", "Edit", nullptr, TRUE, G_PARAM_READWRITE);
  gimp_procedure_add_int_argument(procedure, "image-id", "Image", nullptr, 0, G_MAXINT, 0,
                                  G_PARAM_READWRITE);
  gimp_procedure_add_int_argument(procedure, "layer-id", "Layer", nullptr, 0, G_MAXINT, 0,
                                  G_PARAM_READWRITE);
  gimp_plug_in_add_temp_procedure(plug_in_, procedure);
  g_object_unref(procedure);
  gimp_plug_in_persistent_enable(plug_in_);
}

GimpValueArray* WindowSession::on_raise(GimpProcedure* procedure, GimpProcedureConfig* config,
                                        gpointer self) {
  gboolean is_edit = TRUE;
  gint image_id = 0, layer_id = 0;
  g_object_get(config, "edit", &is_edit, "image-id", &image_id, "layer-id", &layer_id, nullptr);
  // GIMP may have called from within any call of ours.
  auto& session = *static_cast<WindowSession*>(self);
  // Closed, and still saving: the caller opens a window of its own.
  if (session.is_over_)
    return gimp_procedure_new_return_values(procedure, GIMP_PDB_CANCEL, nullptr);
  session.raising_ = Later([&session, is_edit, image_id, layer_id] {
    session.window_->present(is_edit != FALSE, image_id, layer_id);
  });
  return gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
}

/// False where this GIMP has no window yet.
bool raise_other(const WindowCall& call) {
  auto* const pdb = gimp_get_pdb();
  if (!gimp_pdb_procedure_exists(pdb, raise_name)) return false;
  auto* const raise = gimp_pdb_lookup_procedure(pdb, raise_name);
  const auto config = GObjectPtr<GimpProcedureConfig>::adopt(gimp_procedure_create_config(raise));
  g_object_set(config.get(), "edit", call.is_edit, "image-id", id_of(call.image), "layer-id",
               id_of(call.drawable), nullptr);
  using Values = std::unique_ptr<GimpValueArray, FreeWith<gimp_value_array_unref>>;
  const Values values(gimp_procedure_run_config(raise, config.get()));
  return values && GIMP_VALUES_GET_ENUM(values.get(), 0) == GIMP_PDB_SUCCESS;
}

}  // namespace

Result<void> run_window(const WindowCall& call) {
  if (!raise_other(call)) WindowSession(call).run();
  return {};
}

}  // namespace wordbrush::procedures
