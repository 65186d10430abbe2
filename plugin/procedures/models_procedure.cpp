// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/models_procedure.h"

#include <glib/gi18n.h>

#include <optional>
#include <utility>
#include <vector>

#include "base/glib_ptr.h"
#include "edit/balance_query.h"
#include "edit/models_query.h"
#include "net/session.h"
#include "procedures/endpoints.h"
#include "procedures/results.h"

namespace wordbrush::procedures {

namespace {

struct Offer {
  std::vector<std::string> models;
  protocol::Balance balance;
};

/// Asks for the models, and then for the balance where that is wanted.
class Inquiry {
 public:
  Inquiry(Endpoints& endpoints, bool wants_balance)
      : endpoints_(endpoints), wants_balance_(wants_balance) {}

  Result<Offer> run(const Wish& wish) {
    endpoints_.find(wish, [this](Result<edit::Route> route) { ask(std::move(route)); });
    if (!offer_) g_main_loop_run(loop_.get());
    return std::move(*offer_);
  }

 private:
  void ask(Result<edit::Route> route) {
    if (!route) return end(fail(std::move(route.error())));
    route_ = std::move(*route);
    models_.emplace(
        session_.get(), route_.endpoint, route_.key,
        [this](Result<std::vector<protocol::ModelOffer>> found) { take(std::move(found)); });
  }

  void take(Result<std::vector<protocol::ModelOffer>> offers) {
    if (!offers) return end(fail(std::move(offers.error())));
    auto models = protocol::names_of(*offers);
    if (!wants_balance_) return end(Offer{.models = std::move(models)});
    balance_.emplace(session_.get(), route_.endpoint, route_.key,
                     [this, models = std::move(models)](const protocol::Balance& balance) {
                       end(Offer{models, balance});
                     });
  }

  void end(Result<Offer> offer) {
    offer_ = std::move(offer);
    g_main_loop_quit(loop_.get());
  }

  const GMainLoopPtr loop_{g_main_loop_new(nullptr, FALSE)};
  const GObjectPtr<SoupSession> session_ = net::make_session();
  Endpoints& endpoints_;
  const bool wants_balance_;
  edit::Route route_;
  std::optional<edit::ModelsQuery> models_;
  std::optional<edit::BalanceQuery> balance_;
  std::optional<Result<Offer>> offer_;
};

GimpValueArray* run_models(GimpProcedure* procedure, GimpProcedureConfig* config, gpointer) {
  Endpoints endpoints;
  gboolean wants_balance = FALSE;
  g_object_get(config, "balance", &wants_balance, nullptr);
  const auto offer = Inquiry(endpoints, wants_balance != FALSE)
                         .run({.connection = read_string(config, "connection")});
  if (!offer) return to_values(procedure, GIMP_RUN_NONINTERACTIVE, offer.error());

  std::vector<const char*> names;
  for (const std::string& model : offer->models) names.push_back(model.c_str());
  names.push_back(nullptr);
  auto* const values = gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
  GIMP_VALUES_SET_STRV(values, 1, static_cast<gconstpointer>(names.data()));
  GIMP_VALUES_SET_STRING(values, 2, protocol::to_json(offer->balance).c_str());
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
  gimp_procedure_add_boolean_argument(procedure, "balance", _("Balance"),
                                      _("Also ask what the account holds"), FALSE,
                                      G_PARAM_READWRITE);
  gimp_procedure_add_string_array_return_value(procedure, "models", _("Models"),
                                               _("The names of the models"), G_PARAM_READWRITE);
  gimp_procedure_add_string_return_value(
      procedure, "balance-left", _("Balance"),
      _("What the account holds, as JSON: granted, used, remaining, unlimited, each only where "
        "the service tells it"),
      "", G_PARAM_READWRITE);
  return procedure;
}

}  // namespace wordbrush::procedures
