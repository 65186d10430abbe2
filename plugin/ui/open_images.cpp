// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/open_images.h"

#include <glib/gstdio.h>

#include <cstdint>
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

/// Seconds since 1970; 0 where it cannot be told at once.
std::int64_t written_at(GFile* file) {
  const GCharPtr path(g_file_get_path(file));
  GStatBuf told = {};
  return path && g_stat(path.get(), &told) == 0 ? told.st_mtime : 0;
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
  auto* const image =
      image_id != 0 && gimp_image_id_is_valid(image_id) ? gimp_image_get_by_id(image_id) : nullptr;
  if (image == nullptr) return key;
  key.width = gimp_image_get_width(image);
  key.height = gimp_image_get_height(image);
  auto* const file = gimp_image_get_file(image);
  if (file == nullptr) return key;
  const GCharPtr uri(g_file_get_uri(file));
  key.file = uri.get();
  key.written = written_at(file);
  return key;
}

std::vector<GimpItem*> all_layers(GimpImage* image) {
  std::vector<GimpItem*> layers;
  add_layers(reinterpret_cast<GimpItem**>(gimp_image_get_layers(image)), layers);
  return layers;
}

}  // namespace wordbrush::ui
