// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/connections_procedure.h"

#include <glib/gi18n.h>

#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "procedures/appearance.h"
#include "procedures/endpoints.h"
#include "procedures/interactive.h"
#include "procedures/results.h"

namespace wordbrush::procedures {

namespace {

/// What a script asks for.
enum class Action { List, Save, Choose, Remove };

GimpChoice* action_choice() {
  return gimp_choice_new_with_values("list", static_cast<int>(Action::List), _("List"), nullptr,
                                     "save", static_cast<int>(Action::Save), _("Save"), nullptr,
                                     "choose", static_cast<int>(Action::Choose), _("Choose"),
                                     nullptr, "remove", static_cast<int>(Action::Remove),
                                     _("Remove"), nullptr, nullptr);
}

/// Runs the main loop until the call that `begin` starts has called back.
template <class T>
Result<T> wait_for(const std::function<void(std::function<void(Result<T>)>)>& begin) {
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  std::optional<Result<T>> result;
  begin([&](Result<T> got) {
    result = std::move(got);
    g_main_loop_quit(loop.get());
  });
  if (!result) g_main_loop_run(loop.get());
  return std::move(*result);
}

Result<void> save_key(Endpoints& endpoints, const settings::Connection& connection) {
  const char* const key = g_getenv("WORDBRUSH_API_KEY");
  if (key == nullptr || *key == '\0') return {};
  auto endpoint = protocol::parse_endpoint(connection.base_url);
  if (!endpoint) return fail(std::move(endpoint.error()));
  auto saved = wait_for<settings::KeyPlace>([&](auto done) {
    endpoints.keys().save(connection.name, endpoint->host, key, std::move(done));
  });
  if (!saved) return fail(std::move(saved.error()));
  return {};
}

Result<void> remove_connection(Endpoints& endpoints, const std::string& name) {
  auto connections = endpoints.connections().load();
  if (!connections) return fail(std::move(connections.error()));
  for (const settings::Connection& connection : *connections) {
    const auto endpoint = protocol::parse_endpoint(connection.base_url);
    if (connection.name != name || !endpoint) continue;
    auto removed = wait_for<void>(
        [&](auto done) { endpoints.keys().remove(name, endpoint->host, std::move(done)); });
    if (!removed) return removed;
  }
  return endpoints.connections().remove(name);
}

Result<void> save_connection(Endpoints& endpoints, GimpProcedureConfig* config) {
  settings::Connection connection{.name = read_string(config, "name"),
                                  .base_url = read_string(config, "base-url")};
  if (const std::string model = read_string(config, "model"); !model.empty())
    connection.model = model;
  gboolean stream = TRUE;
  g_object_get(config, "stream", &stream, nullptr);
  connection.stream = stream != FALSE;
  connection.dialect = read_string(config, "dialect");
  connection.size_fields = read_string(config, "size-fields");
  connection.headers = read_string(config, "headers");
  if (auto route = endpoints.route_to(connection, ""); !route)
    return fail(std::move(route.error()));
  if (auto saved = endpoints.connections().save(connection); !saved) return saved;
  return save_key(endpoints, connection);
}

Result<void> act(Endpoints& endpoints, GimpProcedureConfig* config) {
  switch (static_cast<Action>(gimp_procedure_config_get_choice_id(config, "action"))) {
    case Action::Save:
      return save_connection(endpoints, config);
    case Action::Choose:
      return endpoints.connections().choose(read_string(config, "name"));
    case Action::Remove:
      return remove_connection(endpoints, read_string(config, "name"));
    case Action::List:
      break;
  }
  return {};
}

GimpValueArray* list(GimpProcedure* procedure, const Endpoints& endpoints) {
  auto connections = endpoints.connections().load();
  if (!connections) return to_values(procedure, GIMP_RUN_NONINTERACTIVE, connections.error());
  auto chosen = endpoints.connections().chosen();
  if (!chosen) return to_values(procedure, GIMP_RUN_NONINTERACTIVE, chosen.error());
  std::vector<const char*> names;
  for (const settings::Connection& connection : *connections)
    names.push_back(connection.name.c_str());
  names.push_back(nullptr);
  auto* const values = gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
  GIMP_VALUES_SET_STRV(values, 1, static_cast<gconstpointer>(names.data()));
  GIMP_VALUES_SET_STRING(values, 2, chosen->c_str());
  return values;
}

GimpValueArray* run_connections(GimpProcedure* procedure, GimpProcedureConfig* config, gpointer) {
  GimpRunMode run_mode = GIMP_RUN_NONINTERACTIVE;
  g_object_get(config, "run-mode", &run_mode, nullptr);
  Endpoints endpoints;
  Result<void> done;
  if (run_mode == GIMP_RUN_NONINTERACTIVE)
    done = act(endpoints, config);
  else if (done = start_ui(); done)
    done = run_connections_dialog(endpoints);
  if (!done) return to_values(procedure, run_mode, done.error());
  return list(procedure, endpoints);
}

void add_arguments(GimpProcedure* procedure) {
  constexpr auto personal = static_cast<GParamFlags>(G_PARAM_READWRITE | GIMP_PARAM_DONT_SERIALIZE);
  gimp_procedure_add_enum_argument(procedure, "run-mode", "Run mode", "The run mode",
                                   GIMP_TYPE_RUN_MODE, GIMP_RUN_INTERACTIVE, G_PARAM_READWRITE);
  gimp_procedure_add_choice_argument(procedure, "action", _("Action"),
                                     _("What a script wants; the window lets the user choose"),
                                     action_choice(), "list", personal);
  gimp_procedure_add_string_argument(procedure, "name", _("Name"), _("The connection's name"), "",
                                     personal);
  gimp_procedure_add_string_argument(
      procedure, "base-url", _("Address"),
      _("The service's address; a key is taken from the environment variable WORDBRUSH_API_KEY"),
      "", personal);
  gimp_procedure_add_string_argument(procedure, "model", _("Model"),
                                     _("The model to use when none is named"), "", personal);
  gimp_procedure_add_boolean_argument(procedure, "stream", _("Streaming"),
                                      _("Whether the answer comes piece by piece"), TRUE, personal);
  gimp_procedure_add_string_argument(
      procedure, "dialect", _("Speaks"),
      _("What the service speaks: chat, gemini or images; empty for what its address shows"), "",
      personal);
  gimp_procedure_add_string_argument(
      procedure, "size-fields", _("Size is told"),
      _("How the service is told the size: prompt, openrouter, google, flat, suffix or system; "
        "empty for what is usual there"),
      "", personal);
  gimp_procedure_add_string_argument(
      procedure, "headers", _("Extra headers"),
      _("What is sent along with each request to the service, one \"Name: value\" a line"), "",
      personal);
  gimp_procedure_add_string_array_return_value(procedure, "connections", _("Connections"),
                                               _("The names of the connections"),
                                               G_PARAM_READWRITE);
  gimp_procedure_add_string_return_value(procedure, "chosen", _("In use"),
                                         _("The name of the connection in use"), "",
                                         G_PARAM_READWRITE);
}

}  // namespace

GimpProcedure* make_connections(GimpPlugIn* plug_in) {
  auto* const procedure = gimp_procedure_new(plug_in, connections_name, GIMP_PDB_PROC_TYPE_PLUGIN,
                                             run_connections, nullptr, nullptr);
  gimp_procedure_set_sensitivity_mask(procedure, GIMP_PROCEDURE_SENSITIVE_ALWAYS);
  gimp_procedure_set_documentation(
      procedure, _("Set up the services that make the pictures"),
      _("Adds, checks, chooses and removes connections. Keys are kept in the desktop's keyring, or "
        "where there is none in a file that only you can read."),
      connections_name);
  add_arguments(procedure);
  add_to_menu(procedure, _("_Connections..."));
  return procedure;
}

}  // namespace wordbrush::procedures
