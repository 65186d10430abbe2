// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_lookup.h"

namespace wordbrush::host {

GimpImage* find_image(int image_id) {
  if (image_id <= 0 || !gimp_image_id_is_valid(image_id)) return nullptr;
  return gimp_image_get_by_id(image_id);
}

GimpLayer* find_layer(int layer_id) {
  if (layer_id <= 0 || !gimp_item_id_is_layer(layer_id)) return nullptr;
  return gimp_layer_get_by_id(layer_id);
}

GimpLayer* find_layer_in(GimpImage* image, int layer_id) {
  auto* const layer = find_layer(layer_id);
  if (layer == nullptr || !gimp_item_is_valid(GIMP_ITEM(layer))) return nullptr;
  return gimp_item_get_image(GIMP_ITEM(layer)) == image ? layer : nullptr;
}

}  // namespace wordbrush::host
