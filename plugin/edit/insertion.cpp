// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/insertion.h"

#include <utility>

#include "edit/follow.h"
#include "edit/landing.h"

namespace wordbrush::edit {

void follow_source(host::Canvas& canvas, host::Source& source,
                   const std::optional<Witness>& witness, std::span<host::NewLayer> layers,
                   Report& report) {
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
