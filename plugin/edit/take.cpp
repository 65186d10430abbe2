// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/take.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "edit/fit_words.h"
#include "edit/insertion.h"
#include "edit/record_fit.h"
#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

/// The layer's pixels with its mask in their alpha.
pixels::Bitmap with_mask(const Fitted& fitted) {
  constexpr int most = 255;
  pixels::Bitmap seen = fitted.pixels.clone();
  auto* alpha = seen.bytes().data() + pixels::Bitmap::channels - 1;
  for (const std::uint8_t value : fitted.mask.values) {
    *alpha = static_cast<std::uint8_t>(((*alpha * value) + (most / 2)) / most);
    alpha += pixels::Bitmap::channels;
  }
  return seen;
}

/// `over` on `under`, both with straight alpha (Porter and Duff's "over").
void blend(std::uint8_t* under, const std::uint8_t* over) {
  constexpr int most = 255;
  const int above = over[3] * most;
  const int below = under[3] * (most - over[3]);
  const int alpha = above + below;
  if (alpha == 0) return;
  for (int channel = 0; channel < 3; ++channel)
    under[channel] = static_cast<std::uint8_t>(
        ((over[channel] * above) + (under[channel] * below) + (alpha / 2)) / alpha);
  under[3] = static_cast<std::uint8_t>((alpha + (most / 2)) / most);
}

void lay_over(pixels::Bitmap& picture, const pixels::Bitmap& layer, const Rect& place) {
  for (int y = 0; y < place.height; ++y) {
    auto* under = picture.row(place.y + y) + std::ptrdiff_t{place.x} * pixels::Bitmap::channels;
    const auto* over = layer.row(y);
    for (int x = 0; x < place.width; ++x) {
      blend(under, over);
      under += pixels::Bitmap::channels;
      over += pixels::Bitmap::channels;
    }
  }
}

host::NewLayer to_layer(const Take& take) {
  const SpoolRecord& record = *take.record;
  return {.name = record.layer_name,
          .place = take.fitted->place,
          .pixels = take.fitted->pixels.clone(),
          .mask = take.fitted->mask,
          .answer = take.answer,
          .source = source_term(record.frame.has_value(), record.is_trained)};
}

/// The recipe of the layer of a take, by what it is fitted by now.
std::string recipe_of(const Take& take, const Rect& place) {
  if (!take.record->recipe) return {};
  Recipe recipe = with_selection(*take.record->recipe, take.record->source);
  if (take.treatment) take_fit(recipe.treatment, *take.treatment);
  RecipeResult result = result_of(*take.fitted, take.record->time);
  result.place = place;
  return to_json(recipe, result);
}

/// Names the group of several layers after the prompt that they share, and numbers them: GIMP
/// would put a number behind a name that there is already, the group's.
std::string name_group(std::span<host::NewLayer> layers) {
  std::string name = layers.front().name;
  if (layers.size() == 1) return name;
  const bool are_alike =
      std::ranges::all_of(layers, [&](const host::NewLayer& layer) { return layer.name == name; });
  if (!are_alike) return _("Wordbrush");
  int number = 0;
  for (host::NewLayer& layer : layers) layer.name += " (" + std::to_string(++number) + ")";
  return name;
}

/// Brings the take's layer to its place; the source that it goes to.
Result<host::Source> place(host::Canvas& canvas, const Take& take, host::NewLayer& layer,
                           Report& report) {
  if (take.is_of_this_session) {
    host::Source source = take.record->source;
    follow_source(canvas, source, take.witness.get(), {&layer, 1}, report);
    return source;
  }
  auto source = canvas.look_for_new_layer();
  if (source) place_on_canvas(*source, take.record->source, layer, report.warnings);
  return source;
}

}  // namespace

bool fits_alike(const Treatment& one, const Treatment& other) {
  return one.align == other.align && one.match_colors == other.match_colors &&
         one.only_changes == other.only_changes && one.sensitivity == other.sensitivity &&
         one.feather == other.feather && one.spill == other.spill;
}

void take_fit(Treatment& treatment, const Treatment& other) {
  treatment.align = other.align;
  treatment.match_colors = other.match_colors;
  treatment.only_changes = other.only_changes;
  treatment.sensitivity = other.sensitivity;
  treatment.feather = other.feather;
}

Rect target_in_upload(const precision::FramePlan& plan) {
  const double scale = plan.scale;
  const auto x = static_cast<int>(std::lround((plan.target.x - plan.frame.x) * scale));
  const auto y = static_cast<int>(std::lround((plan.target.y - plan.frame.y) * scale));
  const auto right = static_cast<int>(std::lround((plan.target.right() - plan.frame.x) * scale));
  const auto bottom = static_cast<int>(std::lround((plan.target.bottom() - plan.frame.y) * scale));
  const Rect rect{x, y, std::max(1, right - x), std::max(1, bottom - y)};
  return intersection(rect, {0, 0, plan.upload_width, plan.upload_height});
}

Result<Preview> make_preview(const SpoolRecord& record, const Fitted& fitted) {
  pixels::Bitmap seen = with_mask(fitted);
  if (!record.frame || !record.sent) {
    const Rect whole{0, 0, seen.width(), seen.height()};
    return Preview{.after = std::make_shared<const pixels::Bitmap>(std::move(seen)),
                   .target = whole};
  }
  auto before = decode_sent(record);
  if (!before) return fail(std::move(before.error()));
  const precision::FramePlan plan = plan_of(record);
  const Rect target = target_in_upload(plan);
  if (target.empty()) return fail(ErrorKind::BadImage, _("The kept answer is damaged."));
  if (seen.width() != target.width || seen.height() != target.height)
    seen = precision::resize(seen, target.width, target.height);
  pixels::Bitmap after = before->clone();
  lay_over(after, seen, target);
  return Preview{.before = std::make_shared<const pixels::Bitmap>(std::move(*before)),
                 .after = std::make_shared<const pixels::Bitmap>(std::move(after)),
                 .target = target};
}

Result<Outcome> apply(host::Canvas& canvas, std::span<const Take> takes, bool keeps_recipe) {
  Outcome outcome;
  std::vector<host::NewLayer> layers;
  std::optional<host::Source> where;
  for (const Take& take : takes) {
    layers.push_back(to_layer(take));
    auto source = place(canvas, take, layers.back(), outcome.report);
    if (!source) return fail(std::move(source.error()));
    if (!where) where = std::move(*source);
    if (keeps_recipe) layers.back().recipe = recipe_of(take, layers.back().place);
    for (const precision::Warning warning : take.fitted->report.warnings)
      outcome.report.warnings.push_back(to_words(warning));
  }
  const std::string group_name = name_group(layers);
  auto inserted = insert_layers(canvas, std::move(*where), layers, group_name, outcome.report);
  if (!inserted) return fail(std::move(inserted.error()));
  outcome.inserted = std::move(*inserted);
  outcome.text = takes.front().record->text;
  return outcome;
}

}  // namespace wordbrush::edit
