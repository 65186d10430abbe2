// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib/gi18n.h>

#include <utility>

#include "edit/member_reader.h"
#include "edit/recipe.h"
#include "edit/recipe_mask.h"

namespace wordbrush::edit {

namespace {

constexpr int known_version = 1;
constexpr double most_edge = 1000;
constexpr double most_references = 1000;

int version_in(JsonObject* object) {
  return static_cast<int>(protocol::member_number(object, "wordbrush_recipe").value_or(0));
}

std::string line_in(MemberReader& reader, const char* name) {
  std::string line = reader.text(name);
  reader.check(!line.contains('\n') && !line.contains('\r'));
  return line;
}

void read_request(MemberReader& reader, Recipe& recipe) {
  Request& request = recipe.request;
  request.prompt = reader.text("prompt");
  request.further_words = reader.text("further_words");
  request.reference_words = reader.text("reference_words");
  recipe.references = static_cast<int>(reader.real("references", 0, most_references));
  recipe.connection = line_in(reader, "connection");
  recipe.host = line_in(reader, "host");
  recipe.model = line_in(reader, "model");
  recipe.stream = reader.flag("stream");
  request.aspect_ratio = line_in(reader, "aspect_ratio");
  request.size = line_in(reader, "size");
  const auto format = recipe_format(reader.text("upload_format"));
  reader.check(format.has_value());
  request.upload.format = format.value_or(UploadFormat::Auto);
}

bool read_treatment(MemberReader reader, Treatment& treatment) {
  treatment.area = reader.area("area");
  treatment.context = reader.real("context_share", 0, 1);
  treatment.overview = reader.flag("overview");
  treatment.overview_words = reader.text("overview_words");
  treatment.align = reader.flag("align");
  treatment.match_colors = reader.flag("match_colors");
  treatment.only_changes = reader.flag("only_changes");
  treatment.sensitivity = reader.real("sensitivity", 0, 1);
  treatment.feather = static_cast<int>(reader.real("feather", 0, most_edge));
  treatment.spill = static_cast<int>(reader.real("spill", 0, most_edge));
  return reader.is_sound();
}

void read_selection(MemberReader& reader, Recipe& recipe) {
  recipe.selected = host::Selected{};
  if (reader.has("selection_left_out")) return recipe.selected.reset();
  if (!reader.has("selection")) return;
  const Rect bounds = reader.rect("selection_bounds");
  auto mask = mask_from_text(reader.text("selection"), bounds.width, bounds.height);
  reader.check(mask && !mask->empty());
  if (mask) recipe.selected = {.bounds = bounds, .mask = std::move(*mask)};
}

}  // namespace

Result<Recipe> read_recipe(std::string_view json) {
  if (json.size() > max_recipe_bytes) return fail(ErrorKind::Input, _("This recipe is too long."));
  const auto document = protocol::parse_json(json);
  auto* const object = protocol::object_of(document.get());
  const int version = version_in(object);
  if (version > known_version)
    return fail(ErrorKind::Input, _("This recipe is of a newer version of Wordbrush."));
  MemberReader reader(object);
  reader.check(version == known_version);
  Recipe recipe{.is_edit = reader.flag("is_edit")};
  read_request(reader, recipe);
  reader.check(read_treatment(MemberReader(reader.object("treatment")), recipe.treatment));
  recipe.target = reader.rect("target");
  recipe.frame = reader.rect("frame");
  read_selection(reader, recipe);
  if (!reader.is_sound()) return fail(ErrorKind::Input, _("This is no recipe of Wordbrush."));
  return recipe;
}

}  // namespace wordbrush::edit
