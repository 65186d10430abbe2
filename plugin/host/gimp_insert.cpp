// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_insert.h"

#include <glib/gi18n.h>
#include <libgimp/gimp.h>

#include "host/gimp_lookup.h"
#include "host/gimp_pixels.h"

namespace wordbrush::host {

namespace {

constexpr double opaque_percent = 100;

/// Makes all that GIMP does in its life one undo step.
class UndoGroup {
 public:
  explicit UndoGroup(GimpImage* image) : image_(image) { gimp_image_undo_group_start(image_); }
  ~UndoGroup() { gimp_image_undo_group_end(image_); }
  UndoGroup(const UndoGroup&) = delete;
  UndoGroup& operator=(const UndoGroup&) = delete;

 private:
  GimpImage* image_;
};

/// Where in the stack of layers.
struct Spot {
  GimpLayer* parent = nullptr;  ///< the group; null: not in one
  int position = 0;             ///< 0: on top
};

bool can_hold(GimpImage* image) {
  return gimp_image_get_base_type(image) != GIMP_INDEXED;
}

Spot spot_above(GimpImage* image, GimpLayer* layer) {
  if (layer == nullptr) return {};
  auto* const item = GIMP_ITEM(layer);
  auto* const parent = gimp_item_get_parent(item);
  return {.parent = parent == nullptr ? nullptr : GIMP_LAYER(parent),
          .position = gimp_image_get_item_position(image, item)};
}

bool add_mask(GimpLayer* layer, const pixels::Mask& values) {
  auto* const mask = gimp_layer_create_mask(layer, GIMP_ADD_MASK_WHITE);
  if (mask == nullptr) return false;
  write_mask(GIMP_DRAWABLE(mask), values);
  // What the user paints next should go onto the picture, not onto its mask.
  return gimp_layer_add_mask(layer, mask) && gimp_layer_set_edit_mask(layer, FALSE);
}

/// A new layer of `image` at `spot`; null where GIMP refuses.
GimpLayer* insert_layer(GimpImage* image, const NewLayer& source, Spot spot) {
  const bool gray = gimp_image_get_base_type(image) == GIMP_GRAY;
  auto* const layer =
      gimp_layer_new(image, source.name.c_str(), source.pixels.width(), source.pixels.height(),
                     gray ? GIMP_GRAYA_IMAGE : GIMP_RGBA_IMAGE, opaque_percent,
                     gimp_image_get_default_new_layer_mode(image));
  if (layer == nullptr) return nullptr;
  // Before it is part of the image: no undo tiles, and one update of the projection.
  write_pixels(image, layer, source.pixels);
  gimp_layer_set_offsets(layer, source.place.x, source.place.y);
  if (!gimp_image_insert_layer(image, layer, spot.parent, spot.position)) {
    gimp_item_delete(GIMP_ITEM(layer));
    return nullptr;
  }
  if (!source.mask.empty() && !add_mask(layer, source.mask)) {
    gimp_image_remove_layer(image, layer);
    return nullptr;
  }
  return layer;
}

GimpLayer* insert_group(GimpImage* image, const std::string& name, Spot spot) {
  auto* const group = GIMP_LAYER(gimp_group_layer_new(image, name.c_str()));
  return gimp_image_insert_layer(image, group, spot.parent, spot.position) ? group : nullptr;
}

/// Inserts all of `layers` or none.
bool insert_all(GimpImage* image, std::span<const NewLayer> layers, const std::string& group_name,
                Spot spot, std::vector<int>& layer_ids) {
  GimpLayer* const group = layers.size() > 1 ? insert_group(image, group_name, spot) : nullptr;
  if (layers.size() > 1 && group == nullptr) return false;

  for (const NewLayer& source : layers) {
    auto* const layer =
        insert_layer(image, source, group == nullptr ? spot : Spot{.parent = group, .position = 0});
    if (layer == nullptr) {
      // With the group goes what is in it.
      if (group != nullptr) gimp_image_remove_layer(image, group);
      layer_ids.clear();
      return false;
    }
    if (!layer_ids.empty()) gimp_item_set_visible(GIMP_ITEM(find_layer(layer_ids.back())), FALSE);
    layer_ids.push_back(gimp_item_get_id(GIMP_ITEM(layer)));
  }
  return true;
}

/// Opens the layers as an RGB image of the size of the canvas they are for.
Result<Inserted> open_as_image(const Source& source, std::span<const NewLayer> layers,
                               const std::string& group_name, Landing landing) {
  auto* const image = gimp_image_new(source.canvas_width, source.canvas_height, GIMP_RGB);
  if (image == nullptr)
    return fail(ErrorKind::Host, _("GIMP could not make a new image for the result."));
  Inserted inserted{.image_id = gimp_image_get_id(image), .landing = landing};
  if (insert_all(image, layers, group_name, {}, inserted.layer_ids)) return inserted;
  gimp_image_delete(image);
  return fail(ErrorKind::Host, _("GIMP could not make a layer of the result."));
}

}  // namespace

Result<Inserted> insert_layers(const Source& source, std::span<const NewLayer> layers,
                               const std::string& group_name) {
  auto* const image = find_image(source.image_id);
  if (image == nullptr) return open_as_image(source, layers, group_name, Landing::ImageClosed);
  if (!can_hold(image)) return open_as_image(source, layers, group_name, Landing::ImageIndexed);

  auto* const below = find_layer_in(image, source.layer_id);
  Inserted inserted{
      .image_id = source.image_id,
      .landing = below == nullptr && source.layer_id != 0 ? Landing::OnTop : Landing::InPlace};
  bool done = false;
  {
    const UndoGroup one_step(image);
    done = insert_all(image, layers, group_name, spot_above(image, below), inserted.layer_ids);
  }
  gimp_displays_flush();
  if (!done) return open_as_image(source, layers, group_name, Landing::ImageRefused);
  return inserted;
}

}  // namespace wordbrush::host
