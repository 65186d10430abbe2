// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/models_procedure.h"

#include <glib/gi18n.h>

#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "edit/models_query.h"
#include "net/session.h"
#include "procedures/endpoints.h"
#include "procedures/results.h"

namespace wordbrush::procedures {

namespace {

using Models = std::vector<std::string>;

Result<Models> ask_for_models(Endpoints& endpoints, const Wish& wish) {
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  const auto session = net::make_session();
  std::optional<edit::ModelsQuery> query;
  std::optional<Result<Models>> models;
  const auto end = [&](Result<Models> found) {
    models = std::move(found);
    g_main_loop_quit(loop.get());
  };
  endpoints.find(wish, [&](Result<edit::Route> route) {
    if (!route) return end(fail(std::move(route.error())));
    query.emplace(session.get(), route->endpoint, route->key, end);
  });
  if (!models) g_main_loop_run(loop.get());
  return std::move(*models);
}

GimpValueArray* run_models(GimpProcedure* procedure, GimpProcedureConfig* config, gpointer) {
  Endpoints endpoints;
  const auto models = ask_for_models(endpoints, {.connection = read_string(config, "connection")});
  if (!models) return to_values(procedure, GIMP_RUN_NONINTERACTIVE, models.error());

  std::vector<const char*> names;
  for (const std::string& model : *models) names.push_back(model.c_str());
  names.push_back(nullptr);
  auto* const values = gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
  GIMP_VALUES_SET_STRV(values, 1, static_cast<gconstpointer>(names.data()));
  return values;
}

}  // namespace

GimpProcedure* make_models(GimpPlugIn* plug_in) {
  auto* const procedure = gimp_procedure_new(plug_in, models_name, GIMP_PDB_PROC_TYPE_PLUGIN,
                                             run_models, nullptr, nullptr);
  gimp_procedure_set_documentation(procedure, _("List the models that a connection offers"),
                                   _("Asks the service, which costs nothing. The models that make "
                                     "pictures come first."),
                                   models_name);
  gimp_procedure_add_string_argument(
      procedure, "connection", _("Connection"),
      _("The name of a saved connection, or the address of a service; empty for the one in use"),
      "", static_cast<GParamFlags>(G_PARAM_READWRITE | GIMP_PARAM_DONT_SERIALIZE));
  gimp_procedure_add_string_array_return_value(procedure, "models", _("Models"),
                                               _("The names of the models"), G_PARAM_READWRITE);
  return procedure;
}

}  // namespace wordbrush::procedures
