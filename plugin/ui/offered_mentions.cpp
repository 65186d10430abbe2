// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offered_mentions.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

namespace {

constexpr int layer_rank = 1;  // references come first

/// As GIMP's own windows tell images of one name apart.
std::string name_of(const OfferedImage& image, const std::vector<OfferedImage>& images) {
  const bool is_only = std::ranges::count(images, image.name, &OfferedImage::name) == 1;
  return is_only ? image.name : image.name + "-" + std::to_string(image.image_id);
}

std::string label_of(const std::string& layer, const OfferedImage& image,
                     const std::vector<OfferedImage>& images) {
  if (image.image_id == images.front().image_id) return layer;
  const GCharPtr label(
      // Translators: a layer's name, and the name of its image
      g_strdup_printf(_("%s (%s)"), layer.c_str(), name_of(image, images).c_str()));
  return label.get();
}

std::string label_of(const Reference& reference, const std::vector<OfferedImage>& images) {
  const auto* const layer = std::get_if<LayerSource>(&reference.source);
  if (layer == nullptr) return reference.name;
  const auto image = std::ranges::find(images, layer->image_id, &OfferedImage::image_id);
  return image == images.end() ? reference.name : label_of(reference.name, *image, images);
}

/// Adds the layer to the references, unless it was added meanwhile.
std::optional<std::string> take(const Reference& layer, int first_number,
                                const LayerMentions& layers) {
  const auto is_this = [&](const Reference& other) { return other.source == layer.source; };
  if (std::ranges::none_of(layers.references().items(), is_this)) layers.add(layer);
  const auto& items = layers.references().items();
  const auto found = std::ranges::find_if(items, is_this);
  if (found == items.end()) return std::nullopt;
  return mention_of(first_number + static_cast<int>(found - items.begin()));
}

Mention to_mention(const Reference& layer, std::string label, int first_number,
                   const LayerMentions& layers) {
  const int layer_id = std::get<LayerSource>(layer.source).layer_id;
  return {.label = std::move(label),
          .rank = layer_rank,
          .load_icon = [layers, layer_id] { return layers.thumbnail(layer_id); },
          .on_taken = [layers, layer, first_number] { return take(layer, first_number, layers); }};
}

}  // namespace

std::string mention_of(int number) {
  return "image " + std::to_string(number);
}

std::vector<Mention> offered_mentions(const ReferenceList& references, int first_number,
                                      const std::vector<OfferedImage>& images,
                                      const LayerMentions& layers) {
  std::vector<Mention> mentions;
  int number = first_number;
  for (const Reference& reference : references.items())
    mentions.push_back({.label = label_of(reference, images),
                        .insert_text = mention_of(number++),
                        .icon = reference.thumbnail});
  for (const OfferedImage& image : images)
    for (const OfferedLayer& offered : image.layers) {
      const Reference layer{.source = LayerSource{image.image_id, offered.layer_id},
                            .name = offered.name};
      if (!std::ranges::contains(references.items(), layer.source, &Reference::source))
        mentions.push_back(
            to_mention(layer, label_of(offered.name, image, images), first_number, layers));
    }
  return mentions;
}

}  // namespace wordbrush::ui
