// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/recipe.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/glib_ptr.h"
#include "edit/json_writer.h"
#include "edit/packing.h"
#include "edit/prepared.h"
#include "edit/recipe_mask.h"

namespace wordbrush::edit {

namespace {

constexpr std::int64_t recipe_version = 1;

void write_rect_list(JsonBuilder* builder, const Rect& rect) {
  write_array(builder, std::vector{rect.x, rect.y, rect.width, rect.height},
              [](JsonBuilder* to, int number) { json_builder_add_int_value(to, number); });
}

void write_treatment(JsonBuilder* builder, const Treatment& by) {
  ObjectWriter object(builder);
  object.add("area", std::string(recipe_area_name(by.area)));
  object.add("context_share", by.context);
  object.add("overview", by.overview);
  object.add("overview_words", by.overview_words);
  object.add("align", by.align);
  object.add("match_colors", by.match_colors);
  object.add("only_changes", by.only_changes);
  object.add("sensitivity", by.sensitivity);
  object.add("feather", std::int64_t{by.feather});
  object.add("spill", std::int64_t{by.spill});
}

void write_request(ObjectWriter& object, const Recipe& recipe) {
  const Request& request = recipe.request;
  object.add("prompt", request.prompt);
  object.add("further_words", request.further_words);
  object.add("reference_words", request.reference_words);
  object.add("references", std::int64_t{recipe.references});
  object.add("connection", recipe.connection);
  object.add("host", recipe.host);
  object.add("model", recipe.model);
  object.add("stream", recipe.stream);
  object.add("aspect_ratio", request.aspect_ratio);
  object.add("size", request.size);
  object.add("upload_format", std::string(recipe_format_name(request.upload.format)));
}

void write_selection(ObjectWriter& object, const std::optional<host::Selected>& selected) {
  if (!selected) return object.add("selection_left_out", true);
  if (selected->mask.empty()) return;
  const std::string mask = mask_to_text(selected->mask);
  if (mask.empty()) return object.add("selection_left_out", true);
  object.add("selection", mask);
  write_rect_list(object.member("selection_bounds"), selected->bounds);
}

void write_result(ObjectWriter& object, const RecipeResult& result) {
  if (result.time == 0) return;
  const DateTimePtr time(g_date_time_new_from_unix_utc(result.time));
  const GCharPtr text(g_date_time_format_iso8601(time.get()));
  object.add("time", std::string(text.get()));
  object.add("program", std::string("Wordbrush " WORDBRUSH_VERSION));
  write_rect_list(object.member("place"), result.place);
  object.add("answer_sha256", result.answer);
  if (result.transform) write_affine(object.member("transform"), *result.transform);
}

pixels::Mask cropped(const pixels::Mask& mask, const Rect& from, const Rect& to) {
  pixels::Mask part(to.width, to.height);
  for (int y = 0; y < to.height; ++y)
    std::memcpy(part.row(y), mask.row(to.y - from.y + y) + (to.x - from.x),
                static_cast<std::size_t>(to.width));
  return part;
}

}  // namespace

Recipe make_recipe(const Prepared& prepared, const Request& request, const Route& route) {
  Recipe recipe{.is_edit = prepared.plan.has_value(),
                .request = request,
                .references = static_cast<int>(request.references.size()),
                .treatment = prepared.treatment,
                .connection = route.connection,
                .host = route.endpoint.host,
                .model = route.model,
                .stream = route.stream,
                .target = prepared.asked_bounds,
                .frame = prepared.frame};
  recipe.request.references.clear();
  recipe.request.variations = 1;
  return recipe;
}

Recipe with_selection(Recipe recipe, const host::Source& source) {
  recipe.selected = host::Selected{};
  if (source.selection.empty()) return recipe;
  const Rect bounds = intersection(recipe.target, source.bounds);
  if (bounds.empty() || std::int64_t{bounds.width} * bounds.height > max_mask_pixels)
    recipe.selected.reset();
  else
    recipe.selected = {.bounds = bounds, .mask = cropped(source.selection, source.bounds, bounds)};
  return recipe;
}

std::string to_json(const Recipe& recipe, const RecipeResult& result) {
  return written([&](JsonBuilder* builder) {
    ObjectWriter object(builder);
    object.add("wordbrush_recipe", recipe_version);
    object.add("is_edit", recipe.is_edit);
    write_request(object, recipe);
    write_treatment(object.member("treatment"), recipe.treatment);
    write_rect_list(object.member("target"), recipe.target);
    write_rect_list(object.member("frame"), recipe.frame);
    write_result(object, result);
    write_selection(object, recipe.selected);
  });
}

RecipeResult result_of(const Fitted& fitted, std::int64_t time) {
  RecipeResult result{.time = time, .place = fitted.place, .answer = fitted.answer};
  if (fitted.report.registration) result.transform = fitted.report.registration->transform;
  return result;
}

host::SourceTerm source_term(bool is_edit, bool is_trained) {
  using host::SourceTerm;
  if (is_trained) return is_edit ? SourceTerm::Composite : SourceTerm::Trained;
  return is_edit ? SourceTerm::Enhanced : SourceTerm::Made;
}

}  // namespace wordbrush::edit
