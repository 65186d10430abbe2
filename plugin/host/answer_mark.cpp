// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/answer_mark.h"

#include <algorithm>
#include <string_view>

#include "host/gimp_objects.h"
#include "host/parasites.h"

namespace wordbrush::host {

namespace {

constexpr const char* answer_mark_name = "wordbrush-answer";

bool is_marked(GimpItem* item, std::string_view answer) {
  const ParasitePtr mark(gimp_item_get_parasite(item, answer_mark_name));
  return mark && text_of(mark.get()) == answer;
}

bool is_marked_within(GimpItem* item, std::string_view answer) {
  if (is_marked(item, answer)) return true;
  if (!gimp_item_is_group(item)) return false;
  const ObjectsPtr<GimpItem> children(gimp_item_get_children(item));
  return std::ranges::any_of(all_of(children),
                             [&](GimpItem* child) { return is_marked_within(child, answer); });
}

}  // namespace

void attach_answer(GimpLayer* layer, const std::string& answer) {
  const ParasitePtr mark = make_parasite(answer_mark_name, GIMP_PARASITE_PERSISTENT, answer);
  gimp_item_attach_parasite(GIMP_ITEM(layer), mark.get());
}

bool is_marked_anywhere(const std::string& answer) {
  const ObjectsPtr<GimpImage> images(gimp_get_images());
  return std::ranges::any_of(all_of(images), [&](GimpImage* image) {
    const ObjectsPtr<GimpLayer> layers(gimp_image_get_layers(image));
    return std::ranges::any_of(all_of(layers), [&](GimpLayer* layer) {
      return is_marked_within(GIMP_ITEM(layer), answer);
    });
  });
}

}  // namespace wordbrush::host
