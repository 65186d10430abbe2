// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib/gi18n.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

#include "edit/overview.h"
#include "edit/prepared.h"
#include "precision/frame_plan.h"
#include "precision/model_sizes.h"
#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

using BitmapPtr = std::shared_ptr<const pixels::Bitmap>;

bool is_clear(const pixels::Bitmap& bitmap) {
  const auto bytes = bitmap.bytes();
  for (std::size_t at = pixels::Bitmap::channels - 1; at < bytes.size();
       at += pixels::Bitmap::channels)
    if (bytes[at] != 0) return false;
  return true;
}

Rect grown(Rect rect, int by) {
  return {rect.x - by, rect.y - by, rect.width + (2 * by), rect.height + (2 * by)};
}

/// The same selection for larger bounds; nothing is selected outside of the old ones.
pixels::Mask grown(const pixels::Mask& selection, Rect from, Rect to) {
  pixels::Mask larger(to.width, to.height);
  for (int y = 0; y < from.height; ++y)
    std::memcpy(larger.row(from.y - to.y + y) + (from.x - to.x), selection.row(y),
                static_cast<std::size_t>(from.width));
  return larger;
}

/// What spills over the selection's edge needs pixels there.
void make_room(host::Source& source, int spill) {
  if (spill == 0 || source.selection.empty()) return;
  const Rect bounds = intersection(grown(source.bounds, spill), source.extents);
  source.selection = grown(source.selection, source.bounds, bounds);
  source.bounds = bounds;
}

/// A layer that is sent alone needs none.
int overview_side(const host::Source& source, const Treatment& treatment) {
  constexpr int longest = 1024;
  return treatment.overview && source.area == host::Area::Selection ? longest : 0;
}

Result<precision::FramePlan> plan(const host::Source& source, const Request& request,
                                  const Treatment& treatment, const std::string& model) {
  // The plan counts from the corner of what can be read.
  const Rect& extents = source.extents;
  auto plan = precision::plan_frame({.canvas_width = extents.width,
                                     .canvas_height = extents.height,
                                     .target = moved(source.bounds, -extents.x, -extents.y),
                                     .context = treatment.context,
                                     .sizes = precision::sizes_of(model),
                                     .ratio = request.aspect_ratio,
                                     .tier = request.size,
                                     .max_overview_side = overview_side(source, treatment)});
  if (!plan) return plan;
  plan->frame = moved(plan->frame, extents.x, extents.y);
  plan->target = moved(plan->target, extents.x, extents.y);
  return plan;
}

/// The frame with its padding. An empty layer that was not asked for by name gives
/// way to what is visible: people select an empty layer to paint on.
Result<BitmapPtr> read_frame(host::Canvas& canvas, host::Source& source,
                             const precision::FramePlan& plan, host::Area asked) {
  const Rect inside = intersection(plan.frame, source.extents);
  auto frame = canvas.read(source, inside);
  if (frame && is_clear(*frame) && asked == host::Area::Auto) {
    source.area = host::Area::Visible;
    frame = canvas.read(source, inside);
  }
  if (!frame) return fail(std::move(frame.error()));
  if (is_clear(*frame))
    return fail(ErrorKind::Input,
                _("There is nothing to edit here: this part is wholly transparent."));
  if (plan.padding != precision::Padding{}) frame = precision::extend_edges(*frame, plan.padding);
  return std::make_shared<const pixels::Bitmap>(std::move(*frame));
}

/// All that is sent, in the order in which the prompt counts it.
Result<std::vector<Picture>> read_pictures(host::Canvas& canvas, const host::Source& source,
                                           const precision::FramePlan& plan, const Request& request,
                                           const BitmapPtr& frame) {
  std::vector<Picture> pictures{{frame, plan.upload_width, plan.upload_height}};
  auto references = read_references(canvas, request.references);
  if (!references) return references;
  std::ranges::move(*references, std::back_inserter(pictures));
  if (plan.overview) {
    auto overview = read_overview(canvas, source, *plan.overview);
    if (!overview) return fail(std::move(overview.error()));
    pictures.push_back(std::move(*overview));
  }
  return pictures;
}

Result<void> check(const Treatment& treatment) {
  constexpr int most = 1000;
  if (treatment.feather < 0 || treatment.feather > most || treatment.spill < 0 ||
      treatment.spill > most)
    return fail(ErrorKind::Input, _("Feather and spill can be 0 to 1000 pixels."));
  return {};
}

}  // namespace

Result<Prepared> prepare_edit(host::Canvas& canvas, const Request& request,
                              const Treatment& treatment, const std::string& model) {
  if (auto checked = check(treatment); !checked) return fail(std::move(checked.error()));
  auto source = canvas.look(treatment.area);
  if (!source) return fail(std::move(source.error()));
  const Rect asked_bounds = source->bounds;
  make_room(*source, treatment.spill);
  auto plan = edit::plan(*source, request, treatment, model);
  if (!plan) return fail(std::move(plan.error()));
  auto frame = read_frame(canvas, *source, *plan, treatment.area);
  if (!frame) return fail(std::move(frame.error()));
  auto pictures = read_pictures(canvas, *source, *plan, request, *frame);
  if (!pictures) return fail(std::move(pictures.error()));

  Prepared prepared{
      .source = std::move(*source), .asked_bounds = asked_bounds, .frame = plan->frame};
  prepared.order = {.edited = true, .overview = plan->overview.has_value()};
  prepared.aspect_ratio = plan->output ? plan->output->ratio : request.aspect_ratio;
  prepared.pictures = std::move(*pictures);
  const bool compares = treatment.align || treatment.match_colors || treatment.only_changes;
  const auto shared = std::make_shared<const host::Source>(prepared.source);
  if (!shared->selection.empty())
    prepared.paint_mask = make_paint_mask(*plan, shared, treatment.spill);
  prepared.fit = make_edit_fit(*plan, compares ? *frame : nullptr, shared, treatment);
  prepared.witness =
      make_witness(**frame, plan->frame, prepared.source.extents, prepared.source.bounds);
  prepared.plan = *plan;
  prepared.treatment = treatment;
  return prepared;
}

}  // namespace wordbrush::edit
