// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/source_layers.h"

#include <algorithm>
#include <memory>

#include "base/glib_ptr.h"
#include "host/parasites.h"

namespace wordbrush::host {

namespace {

constexpr const char* mark_name = "wordbrush-source";
constexpr const char* recipe_name = "wordbrush-recipe";
constexpr gulong layer_text_flags = GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE;

bool shows(GimpLayer* layer) {
  return gimp_item_get_visible(GIMP_ITEM(layer)) && gimp_layer_get_opacity(layer) > 0;
}

}  // namespace

SeenLayers::SeenLayers(GimpImage* image) {
  add(reinterpret_cast<GimpItem**>(gimp_image_get_layers(image)), nullptr);
}

void SeenLayers::add(GimpItem** owned, const SeenLayer* group) {
  const std::unique_ptr<GimpItem*, FreeWith<g_free>> items(owned);
  for (GimpItem** item = owned; item != nullptr && *item != nullptr; ++item) {
    const bool is_group = GIMP_IS_GROUP_LAYER(*item);
    all_.push_back({.layer = GIMP_LAYER(*item),
                    .id = gimp_item_get_id(*item),
                    .group = group,
                    .is_group = is_group});
    highest_id_ = std::max(highest_id_, all_.back().id);
    if (is_group) add(gimp_item_get_children(*item), &all_.back());
  }
}

const SeenLayer* SeenLayers::find(int id) const {
  const auto found = std::ranges::find(all_, id, &SeenLayer::id);
  return found == all_.end() ? nullptr : &*found;
}

bool is_shown(const SeenLayer& layer) {
  if (!layer.is_shown)
    layer.is_shown = (layer.group == nullptr || is_shown(*layer.group)) && shows(layer.layer);
  return *layer.is_shown;
}

SourceTerm mark_of(GimpLayer* layer) {
  const ParasitePtr mark(gimp_item_get_parasite(GIMP_ITEM(layer), mark_name));
  return term_of_name(text_of(mark.get()));
}

void mark_layer(GimpLayer* layer, SourceTerm term) {
  const ParasitePtr mark = make_parasite(mark_name, layer_text_flags, name_of(term));
  gimp_item_attach_parasite(GIMP_ITEM(layer), mark.get());
}

void attach_recipe(GimpLayer* layer, const std::string& recipe) {
  const ParasitePtr text = make_parasite(recipe_name, layer_text_flags, recipe);
  gimp_item_attach_parasite(GIMP_ITEM(layer), text.get());
}

}  // namespace wordbrush::host
