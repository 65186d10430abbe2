// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/recipe_call.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/glib_ptr.h"
#include "edit/recipe.h"
#include "protocol/endpoint.h"

namespace wordbrush::procedures {

namespace {

constexpr const char* recipe_argument = "recipe";

bool goes_to(const settings::Connection& connection, const std::string& host) {
  const auto endpoint = protocol::parse_endpoint(connection.base_url);
  return endpoint && endpoint->host == host;
}

bool is_of(const settings::Connection& connection, const edit::Recipe& recipe) {
  if (settings::is_offline_demo(connection)) return connection.name == recipe.connection;
  return goes_to(connection, recipe.host);
}

Result<std::string> find_connection(const edit::Recipe& recipe,
                                    const settings::ConnectionStore& connections) {
  const auto saved = connections.load();
  if (!saved) return fail(saved.error());
  const settings::Connection* found = nullptr;
  for (const settings::Connection& connection : *saved)
    if (is_of(connection, recipe) && (found == nullptr || connection.name == recipe.connection))
      found = &connection;
  if (found != nullptr) return found->name;
  const GCharPtr detail(g_strdup_printf(
      _("This recipe was made with %s, and no saved connection goes there."), recipe.host.c_str()));
  return fail(ErrorKind::Input, detail.get());
}

Result<void> check_references(const edit::Recipe& recipe, const edit::Request& given) {
  if (static_cast<int>(given.references.size()) == recipe.references || recipe.references == 0)
    return {};
  const GCharPtr detail(g_strdup_printf(
      _("This recipe goes with reference pictures: name as many layers (%d) as references."),
      recipe.references));
  return fail(ErrorKind::Input, detail.get());
}

Result<void> check_kind(const edit::Recipe& recipe, bool is_edit) {
  if (recipe.is_edit == is_edit) return {};
  return fail(ErrorKind::Input, is_edit ? _("This recipe is of a layer made from words alone.")
                                        : _("This recipe is of an edit."));
}

/// The recipe, with what is given besides.
Result<Wanted> repeat(edit::Recipe recipe, Wanted given,
                      const settings::ConnectionStore& connections) {
  if (auto checked = check_references(recipe, given.request); !checked)
    return fail(std::move(checked.error()));
  Wanted wanted{
      .request = recipe.request, .treatment = recipe.treatment, .wish = std::move(given.wish)};
  if (!given.request.prompt.empty()) wanted.request.prompt = std::move(given.request.prompt);
  wanted.request.references = std::move(given.request.references);
  wanted.request.variations = given.request.variations;
  if (wanted.wish.model.empty()) wanted.wish.model = recipe.model;
  if (!wanted.wish.stream) wanted.wish.stream = recipe.stream;
  wanted.selected = std::move(recipe.selected);
  if (!wanted.wish.connection.empty()) return wanted;
  auto connection = find_connection(recipe, connections);
  if (!connection) return fail(std::move(connection.error()));
  wanted.wish.connection = std::move(*connection);
  return wanted;
}

}  // namespace

void add_recipe_argument(GimpProcedure* procedure) {
  gimp_procedure_add_string_argument(
      procedure, recipe_argument, _("Recipe"),
      _("The recipe that a layer holds (its parasite \"wordbrush-recipe\"), to do the same again; "
        "it says everything that the prompt, the references, the connection and the model here "
        "leave empty"),
      "", static_cast<GParamFlags>(G_PARAM_READWRITE | GIMP_PARAM_DONT_SERIALIZE));
}

Result<Wanted> read_wanted(GimpProcedureConfig* config, bool is_edit, GimpImage* image,
                           const settings::ConnectionStore& connections) {
  Wanted given{.request = read_request(config), .wish = read_wish(config)};
  if (is_edit) given.treatment = read_treatment(config);
  const std::string json = read_string(config, recipe_argument);
  if (json.empty()) return given;
  auto recipe = edit::read_recipe(json);
  if (!recipe) return fail(std::move(recipe.error()));
  if (auto checked = check_kind(*recipe, is_edit); !checked)
    return fail(std::move(checked.error()));
  if (!recipe->selected && (image == nullptr || gimp_selection_is_empty(image)))
    return fail(ErrorKind::Input,
                _("The selection was too detailed for this recipe. Select the part again."));
  return repeat(std::move(*recipe), std::move(given), connections);
}

}  // namespace wordbrush::procedures
