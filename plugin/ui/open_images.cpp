// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/open_images.h"

#include <memory>

#include "base/glib_ptr.h"
#include "host/gimp_session.h"

namespace wordbrush::ui {

namespace {

void add_layers(GimpItem** items, std::vector<GimpItem*>& layers) {
  using Items = std::unique_ptr<GimpItem*, FreeWith<g_free>>;
  const Items owned(items);
  for (GimpItem* const* item = items; item != nullptr && *item != nullptr; ++item) {
    layers.push_back(*item);
    if (gimp_item_is_group(*item)) add_layers(gimp_item_get_children(*item), layers);
  }
}

}  // namespace

std::vector<GimpImage*> open_images() {
  using Images = std::unique_ptr<GimpImage*, FreeWith<g_free>>;
  const Images images(gimp_get_images());
  std::vector<GimpImage*> open;
  for (GimpImage* const* image = images.get(); image != nullptr && *image != nullptr; ++image)
    open.push_back(*image);
  return open;
}

ImageKey key_of_image(int image_id) {
  ImageKey key{.id = image_id, .file = {}, .session = host::gimp_session()};
  auto* const file = image_id == 0 ? nullptr : gimp_image_get_file(gimp_image_get_by_id(image_id));
  if (file == nullptr) return key;
  const GCharPtr uri(g_file_get_uri(file));
  key.file = uri.get();
  return key;
}

std::vector<GimpItem*> all_layers(GimpImage* image) {
  std::vector<GimpItem*> layers;
  add_layers(reinterpret_cast<GimpItem**>(gimp_image_get_layers(image)), layers);
  return layers;
}

}  // namespace wordbrush::ui
