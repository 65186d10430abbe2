// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/insertion.h"

#include <glib/gi18n.h>

#include <utility>

#include "edit/follow.h"
#include "edit/landing.h"

namespace wordbrush::edit {

namespace {

bool has_size_of(const host::Source& canvas, const host::Source& other) {
  return canvas.canvas_width == other.canvas_width && canvas.canvas_height == other.canvas_height;
}

Rect in_the_middle(Rect place, const Rect& canvas) {
  place.x = (canvas.width - place.width) / 2;
  place.y = (canvas.height - place.height) / 2;
  return place;
}

}  // namespace

void place_on_canvas(host::Source& canvas, const host::Source& saved, host::NewLayer& layer,
                     std::vector<Warning>& warnings) {
  if (canvas.image_id == 0) {
    const bool is_known = saved.canvas_width > 0;
    canvas.canvas_width = is_known ? saved.canvas_width : layer.place.right();
    canvas.canvas_height = is_known ? saved.canvas_height : layer.place.bottom();
    return;
  }
  if (has_size_of(canvas, saved)) return;
  const Rect whole{0, 0, canvas.canvas_width, canvas.canvas_height};
  const bool has_place = saved.canvas_width > 0;
  if (!has_place || intersection(layer.place, whole) != layer.place)
    layer.place = in_the_middle(layer.place, whole);
  if (has_place)
    warnings.push_back(
        {"other_size", _("The image has another size than the one that was edited, so the "
                         "result may not be in its place.")});
}

void follow_source(host::Canvas& canvas, host::Source& source, const Witness* witness,
                   std::span<host::NewLayer> layers, Report& report) {
  if (!witness) return;
  const auto found = find_again(canvas, source, *witness);
  if (!found) return;
  const Rect sent_from = layers.back().place;
  for (host::NewLayer& layer : layers) follow(*found, layer);
  const Rect& place = layers.back().place;
  report.place = PlaceReport{place, place != sent_from, found->is_sure};
  if (auto warning = warning_of(*found, place)) report.warnings.push_back(std::move(*warning));
  source.canvas_width = found->canvas_width;
  source.canvas_height = found->canvas_height;
}

Result<host::Inserted> insert_layers(host::Canvas& canvas, host::Source source,
                                     std::span<const host::NewLayer> layers,
                                     const std::string& group_name, Report& report) {
  if (source.canvas_width == 0) {
    source.canvas_width = layers.back().place.right();
    source.canvas_height = layers.back().place.bottom();
  }
  auto inserted = canvas.insert(source, layers, group_name);
  if (!inserted) return inserted;
  // Where no image was open, a new one is what was asked for.
  if (auto warning = warning_of(inserted->landing); warning && source.image_id != 0)
    report.warnings.push_back(std::move(*warning));
  return inserted;
}

}  // namespace wordbrush::edit
