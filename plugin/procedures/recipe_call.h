// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <optional>

#include "base/result.h"
#include "edit/options.h"
#include "host/canvas.h"
#include "procedures/arguments.h"
#include "settings/connection_store.h"

namespace wordbrush::procedures {

/// What both procedures that ask for a picture take besides: recipe.
void add_recipe_argument(GimpProcedure* procedure);

/// All that a call asks for.
struct Wanted {
  edit::Request request;
  edit::Treatment treatment;  ///< of an edit
  Wish wish;
  std::optional<host::Selected> selected;  ///< in place of what is selected in the image
};

/// Reads the arguments. Where there is a recipe, it says everything, but that the prompt, the
/// references, the connection and the model count where they are given, streaming where it is
/// on or off, and the variations always. Without a connection the recipe goes to the saved one
/// of its name, or else any, that has its host: where a key is sent is never a recipe's word.
Result<Wanted> read_wanted(GimpProcedureConfig* config, bool is_edit, GimpImage* image,
                           const settings::ConnectionStore& connections);

}  // namespace wordbrush::procedures
