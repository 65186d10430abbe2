// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/rect.h"
#include "base/result.h"
#include "edit/options.h"
#include "host/canvas.h"
#include "host/source_term.h"
#include "precision/bring_back.h"

namespace wordbrush::edit {

struct Prepared;
struct Fitted;

/// What a layer was made by: all that was asked for, and of whom. It goes with the layer, and
/// so into the user's own file: it holds no key, and of an address the host alone.
struct Recipe {
  bool is_edit = true;  ///< false: a layer from words alone
  Request request;      ///< without its references, and of one variation
  int references = 0;   ///< how many pictures were sent along
  Treatment treatment;
  std::string connection;  ///< its name; empty: it had none
  std::string host;
  std::string model;
  bool stream = true;
  /// Canvas pixels that were to be changed, without room for spill.
  Rect target;
  Rect frame;  ///< canvas pixels that were sent; empty: none
  /// What was selected; none: it is not known, as it was too detailed to be kept.
  std::optional<host::Selected> selected = host::Selected{};
};

/// What is known of the layer besides.
struct RecipeResult {
  std::int64_t time = 0;  ///< seconds since 1970, UTC
  Rect place;             ///< canvas pixels
  std::string answer;     ///< SHA-256 of the picture that came, in hexadecimal digits
  std::optional<precision::Affine> transform;  ///< see Registration::transform
};

/// The longest recipe that is read, in bytes.
inline constexpr std::size_t max_recipe_bytes = std::size_t{1} << 20;

/// Of what is about to be sent, or has been. `selected` comes later: with_selection().
Recipe make_recipe(const Prepared& prepared, const Request& request, const Route& route);

/// The recipe with what `source` has selected in its target. Takes a while where it is large.
Recipe with_selection(Recipe recipe, const host::Source& source);

/// JSON; in the words of the procedures' arguments, as far as they have such words.
std::string to_json(const Recipe& recipe, const RecipeResult& result = {});

/// Of a layer that was made of `fitted`.
RecipeResult result_of(const Fitted& fitted, std::int64_t time);

/// What to_json() wrote. Fails with ErrorKind::Input and a sentence where `json` is no such
/// text, says what cannot be, or is of another version.
Result<Recipe> read_recipe(std::string_view json);

/// What the route and the kind of the answer say of where its pixels come from.
host::SourceTerm source_term(bool is_edit, bool is_trained);

}  // namespace wordbrush::edit
