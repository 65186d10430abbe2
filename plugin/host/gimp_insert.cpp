// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_insert.h"

#include <glib/gi18n.h>
#include <libgimp/gimp.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "host/answer_mark.h"
#include "host/bands.h"
#include "host/gimp_lookup.h"
#include "host/gimp_pixels.h"
#include "host/image_source.h"
#include "host/source_layers.h"

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

/// A layer that is being filled, before it is part of the image: no undo tiles, and one update
/// of the projection. Deleted with this unless it was inserted.
class LayerInMaking {
 public:
  /// `source` outlives it.
  LayerInMaking(GimpImage* image, const NewLayer& source) : source_(source) {
    const bool gray = gimp_image_get_base_type(image) == GIMP_GRAY;
    auto* const layer =
        gimp_layer_new(image, source.name.c_str(), source.pixels.width(), source.pixels.height(),
                       gray ? GIMP_GRAYA_IMAGE : GIMP_RGBA_IMAGE, opaque_percent,
                       gimp_image_get_default_new_layer_mode(image));
    if (layer == nullptr) return;
    layer_id_ = gimp_item_get_id(GIMP_ITEM(layer));
    if (!source.answer.empty()) attach_answer(layer, source.answer);
    if (source.source != SourceTerm::None) mark_layer(layer, source.source);
    if (!source.recipe.empty()) attach_recipe(layer, source.recipe);
    if (source.mask.empty()) return;
    auto* const mask = gimp_layer_create_mask(layer, GIMP_ADD_MASK_WHITE);
    if (mask != nullptr) mask_id_ = gimp_item_get_id(GIMP_ITEM(mask));
  }
  ~LayerInMaking() {
    // A mask that was not added has no owner but us.
    for (const int id : {is_mask_added_ ? 0 : mask_id_, is_inserted_ ? 0 : layer_id_})
      if (id != 0 && gimp_item_id_is_valid(id)) gimp_item_delete(gimp_item_get_by_id(id));
  }
  LayerInMaking(const LayerInMaking&) = delete;
  LayerInMaking& operator=(const LayerInMaking&) = delete;

  /// Fills one more block; false where all is filled, or GIMP has taken the layer away.
  bool fill_more(GimpImage* image) {
    auto* const layer = find_layer(layer_id_);
    const Blocks blocks({0, 0, source_.pixels.width(), source_.pixels.height()});
    if (layer == nullptr || next_block_ == blocks.count()) return false;
    const Rect block = blocks.at(next_block_++);
    write_pixels(image, layer, source_.pixels, block);
    if (mask_id_ != 0 && gimp_item_id_is_valid(mask_id_))
      write_mask(GIMP_DRAWABLE(gimp_item_get_by_id(mask_id_)), source_.mask, block);
    return true;
  }

  /// Gives the filled layer its place and its mask; false where GIMP refuses.
  bool complete() {
    layer_ = find_layer(layer_id_);
    return layer_ != nullptr &&
           gimp_layer_set_offsets(layer_, source_.place.x, source_.place.y) != FALSE &&
           (source_.mask.empty() || add_mask());
  }

  /// What is complete(); null where GIMP refuses. The layer is whole before the image gets it:
  /// whatever ends this process, the image never has half of it.
  GimpLayer* insert(GimpImage* image, Spot spot) {
    is_inserted_ = gimp_image_insert_layer(image, layer_, spot.parent, spot.position) != FALSE;
    return is_inserted_ ? layer_ : nullptr;
  }

 private:
  bool add_mask() {
    if (mask_id_ == 0) return false;
    is_mask_added_ =
        gimp_layer_add_mask(layer_, GIMP_LAYER_MASK(gimp_item_get_by_id(mask_id_))) != FALSE;
    // What the user paints next should go onto the picture, not onto its mask.
    return is_mask_added_ && gimp_layer_set_edit_mask(layer_, FALSE);
  }

  const NewLayer& source_;
  int layer_id_ = 0;
  GimpLayer* layer_ = nullptr;  // libgimp's, since complete()
  int mask_id_ = 0;
  int next_block_ = 0;
  bool is_inserted_ = false;
  bool is_mask_added_ = false;
};

using LayersInMaking = std::vector<std::unique_ptr<LayerInMaking>>;

LayersInMaking make_layers(GimpImage* image, std::span<const NewLayer> layers) {
  LayersInMaking made;
  for (const NewLayer& layer : layers)
    made.push_back(std::make_unique<LayerInMaking>(image, layer));
  return made;
}

bool complete_all(const LayersInMaking& layers) {
  return std::ranges::all_of(layers, [](const auto& layer) { return layer->complete(); });
}

GimpLayer* insert_group(GimpImage* image, const std::string& name, Spot spot) {
  auto* const group = GIMP_LAYER(gimp_group_layer_new(image, name.c_str()));
  return gimp_image_insert_layer(image, group, spot.parent, spot.position) ? group : nullptr;
}

/// Inserts all of `layers`, which are complete, or none.
bool insert_all(GimpImage* image, LayersInMaking& layers, const std::string& group_name, Spot spot,
                std::vector<int>& layer_ids) {
  GimpLayer* const group = layers.size() > 1 ? insert_group(image, group_name, spot) : nullptr;
  if (layers.size() > 1 && group == nullptr) return false;

  for (const auto& made : layers) {
    auto* const layer =
        made->insert(image, group == nullptr ? spot : Spot{.parent = group, .position = 0});
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
  auto made = make_layers(image, layers);
  for (const auto& layer : made)
    while (layer->fill_more(image)) {
    }
  if (complete_all(made) && insert_all(image, made, group_name, {}, inserted.layer_ids)) {
    update_image_source_in_step(image);
    return inserted;
  }
  made.clear();
  gimp_image_delete(image);
  return fail(ErrorKind::Host, _("GIMP could not make a layer of the result."));
}

class GimpInsertion final : public Insertion {
 public:
  GimpInsertion(const Source& source, std::span<const NewLayer> layers, std::string group_name)
      : source_(source), layers_(layers), group_name_(std::move(group_name)) {
    auto* const image = find_image(source.image_id);
    if (image != nullptr && can_hold(image)) made_ = make_layers(image, layers);
  }

  bool go_on() override {
    auto* const image = find_image(source_.image_id);
    if (image == nullptr) return false;
    const TurnTime turn;
    bool has_more = true;
    while (has_more && !turn.is_over())
      has_more =
          std::ranges::any_of(made_, [&](const auto& layer) { return layer->fill_more(image); });
    return has_more;
  }

  Result<Inserted> end() override {
    auto* const image = find_image(source_.image_id);
    if (image == nullptr) return open_as_image(source_, layers_, group_name_, Landing::ImageClosed);
    if (!can_hold(image))
      return open_as_image(source_, layers_, group_name_, Landing::ImageIndexed);
    auto* const below = find_layer_in(image, source_.layer_id);
    Inserted inserted{
        .image_id = source_.image_id,
        .landing = below == nullptr && source_.layer_id != 0 ? Landing::OnTop : Landing::InPlace};
    const Spot spot = spot_above(image, below);
    bool done = false;
    // A step of undo is a change of the image as soon as it is open: nothing that can wait, be
    // refused, or be interrupted comes between that and the layer.
    if (complete_all(made_)) {
      const UndoGroup one_step(image);
      done = insert_all(image, made_, group_name_, spot, inserted.layer_ids);
      if (done) update_image_source_in_step(image);
    }
    gimp_displays_flush();
    if (done) return inserted;
    made_.clear();
    return open_as_image(source_, layers_, group_name_, Landing::ImageRefused);
  }

 private:
  Source source_;
  std::span<const NewLayer> layers_;
  std::string group_name_;
  LayersInMaking made_;  // empty: the image is not there, or cannot hold them
};

}  // namespace

std::unique_ptr<Insertion> begin_gimp_insertion(const Source& source,
                                                std::span<const NewLayer> layers,
                                                const std::string& group_name) {
  return std::make_unique<GimpInsertion>(source, layers, group_name);
}

}  // namespace wordbrush::host
