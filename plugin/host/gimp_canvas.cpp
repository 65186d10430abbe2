// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_canvas.h"

#include <glib/gi18n.h>
#include <libgimp/gimp.h>

#include <cstring>
#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "host/answer_mark.h"
#include "host/gimp_gamut.h"
#include "host/gimp_insert.h"
#include "host/gimp_lookup.h"
#include "host/gimp_pixels.h"
#include "host/gimp_profile.h"
#include "host/gimp_session.h"
#include "host/gimp_snapshot.h"

namespace wordbrush::host {

namespace {

/// Nothing where nothing is selected.
std::optional<Rect> selection_bounds(GimpImage* image) {
  gboolean selected = FALSE;
  gint left = 0, top = 0, right = 0, bottom = 0;
  if (!gimp_selection_bounds(image, &selected, &left, &top, &right, &bottom) || !selected)
    return {};
  return Rect{left, top, right - left, bottom - top};
}

/// Its URI; empty where it has none.
std::string file_of(GimpImage* image) {
  auto* const file = gimp_image_get_file(image);  // GIMP's own
  if (file == nullptr) return {};
  const GCharPtr uri(g_file_get_uri(file));
  return uri.get();
}

/// What of it is selected in `bounds`; nothing is outside of its own.
pixels::Mask part_of(const Selected& selected, const Rect& bounds) {
  pixels::Mask part(bounds.width, bounds.height);
  const Rect both = intersection(bounds, selected.bounds);
  for (int y = both.y; y < both.bottom(); ++y)
    std::memcpy(part.row(y - bounds.y) + (both.x - bounds.x),
                selected.mask.row(y - selected.bounds.y) + (both.x - selected.bounds.x),
                static_cast<std::size_t>(both.width));
  return part;
}

bool fits_bitmap(Rect rect) {
  return !rect.empty() && rect.width <= pixels::Bitmap::max_side &&
         rect.height <= pixels::Bitmap::max_side;
}

/// Where the layer lies on the canvas. An empty group lies nowhere: it stands for all of it.
Rect extents_of(GimpLayer* layer) {
  if (!gimp_item_is_group(GIMP_ITEM(layer))) return place_of(GIMP_DRAWABLE(layer));
  GimpItem** const children = gimp_item_get_children(GIMP_ITEM(layer));
  const bool empty = children == nullptr || *children == nullptr;
  g_free(static_cast<gpointer>(children));
  if (!empty) return place_of(GIMP_DRAWABLE(layer));
  auto* const image = gimp_item_get_image(GIMP_ITEM(layer));
  return {0, 0, gimp_image_get_width(image), gimp_image_get_height(image)};
}

class GimpCanvas final : public Canvas {
 public:
  GimpCanvas() = default;
  GimpCanvas(GimpImage* image, GimpDrawable* drawable, std::optional<Selected> stand_in)
      : stand_in_(std::move(stand_in)),
        image_id_(gimp_image_get_id(image)),
        drawable_id_(drawable == nullptr ? 0 : gimp_item_get_id(GIMP_ITEM(drawable))) {}

  Result<Source> look(Area area) override {
    if (image_id_ == 0) return fail(ErrorKind::Input, _("Open an image to edit a part of it."));
    auto* const image = find_image(image_id_);
    if (image == nullptr) return fail(ErrorKind::Input, _("The image is no longer open."));
    auto source = start(image);
    if (!source) return source;
    const auto selected = selected_in(image);
    if (area == Area::Selection && !selected)
      return fail(ErrorKind::Input, _("Nothing is selected. Select the part that should change."));
    if (area == Area::Auto) area = selected ? Area::Selection : Area::Layer;

    source->area = area;
    auto bounds = bounds_of(*source, selected);
    if (!bounds) return fail(std::move(bounds.error()));
    source->bounds = *bounds;
    if (selected) take_selection(image, *source);
    look_at_colors(image, *source);
    return source;
  }

  Result<Source> look_for_new_layer() override {
    auto* const image = find_image(image_id_);
    if (image == nullptr) return Source{.session = gimp_session()};
    auto source = start(image);
    if (!source) return source;
    const auto selected = selected_in(image);
    source->bounds = selected.value_or(Rect{0, 0, source->canvas_width, source->canvas_height});
    if (selected) take_selection(image, *source);
    return source;
  }

  Result<pixels::Bitmap> read(const Source& source, Rect frame) override {
    auto* const image = find_image(source.image_id);
    if (image == nullptr) return fail(ErrorKind::Input, _("The image is no longer open."));
    if (!fits_bitmap(frame))
      return fail(ErrorKind::Input, _("This area is too large. Select a smaller part."));
    if (source.area == Area::Visible) return read_visible(image, frame);
    auto* const layer = find_layer_in(image, source.layer_id);
    if (layer == nullptr) return fail(ErrorKind::Input, _("The layer is no longer there."));
    const Rect whole = extents_of(layer);
    return read_layer_pixels(image, layer, moved(frame, -whole.x, -whole.y));
  }

  std::optional<Standing> look_again(const Source& source) override {
    auto* const image = find_image(source.image_id);
    if (image == nullptr || gimp_image_get_base_type(image) == GIMP_INDEXED) return {};
    Standing standing{.canvas_width = gimp_image_get_width(image),
                      .canvas_height = gimp_image_get_height(image)};
    if (auto* const layer = find_layer_in(image, source.layer_id); layer != nullptr)
      standing.layer = extents_of(layer);
    return standing;
  }

  bool holds_layer_of(const std::string& answer) override { return is_marked_anywhere(answer); }

  Result<pixels::Bitmap> read_layer(int layer_id) override {
    auto layer = reference(layer_id);
    if (!layer) return fail(std::move(layer.error()));
    return read_layer_pixels(gimp_item_get_image(GIMP_ITEM(*layer)), *layer, own_rect(*layer));
  }

  Result<std::unique_ptr<Snapshot>> freeze(const Source& source) override {
    auto* const image = find_image(source.image_id);
    if (image == nullptr) return fail(ErrorKind::Input, _("The image is no longer open."));
    if (source.area == Area::Visible) return freeze_visible(image);
    auto* const layer = find_layer_in(image, source.layer_id);
    if (layer == nullptr) return fail(ErrorKind::Input, _("The layer is no longer there."));
    return host::freeze_layer(image, layer, extents_of(layer));
  }

  Result<std::unique_ptr<Snapshot>> freeze_layer(int layer_id) override {
    auto layer = reference(layer_id);
    if (!layer) return fail(std::move(layer.error()));
    return host::freeze_layer(gimp_item_get_image(GIMP_ITEM(*layer)), *layer, own_rect(*layer));
  }

  Result<Inserted> insert(const Source& source, std::span<const NewLayer> layers,
                          const std::string& group_name) override {
    const auto insertion = begin_gimp_insertion(source, layers, group_name);
    while (insertion->go_on()) {
    }
    return insertion->end();
  }

  std::unique_ptr<Insertion> begin_insertion(const Source& source, std::span<const NewLayer> layers,
                                             const std::string& group_name) override {
    return begin_gimp_insertion(source, layers, group_name);
  }

 private:
  static Rect own_rect(GimpLayer* layer) {
    const Rect whole = place_of(GIMP_DRAWABLE(layer));
    return {0, 0, whole.width, whole.height};
  }

  static Result<GimpLayer*> reference(int layer_id) {
    auto* const layer = find_layer(layer_id);
    if (layer == nullptr)
      return fail(ErrorKind::Input, _("A layer that was given as a reference is no longer there."));
    if (!fits_bitmap(own_rect(layer)))
      return fail(ErrorKind::Input, _("A layer that was given as a reference is too large."));
    return layer;
  }

  /// What every Source of this image has in common.
  Result<Source> start(GimpImage* image) const {
    if (gimp_image_get_floating_sel(image) != nullptr)
      return fail(ErrorKind::Input,
                  _("There is a floating selection. Anchor it or make it a layer first."));
    if (!takes_colors_back(image))
      return fail(ErrorKind::Input,
                  _("GIMP cannot bring colors back into the color profile of this image. Convert "
                    "the image to another one first (Image > Color Management)."));
    auto* const layer = current_layer();
    const GCharPtr name(gimp_image_get_name(image));
    return Source{.image_id = image_id_,
                  .layer_id = layer == nullptr ? 0 : gimp_item_get_id(GIMP_ITEM(layer)),
                  .canvas_width = gimp_image_get_width(image),
                  .canvas_height = gimp_image_get_height(image),
                  .limits = limits_of(image),
                  .image_name = name.get(),
                  .image_file = file_of(image),
                  .session = gimp_session()};
  }

  /// A layer mask that is being edited stands for its layer.
  GimpLayer* current_layer() const {
    if (drawable_id_ <= 0 || !gimp_item_id_is_valid(drawable_id_)) return nullptr;
    if (gimp_item_id_is_layer_mask(drawable_id_))
      return gimp_layer_from_mask(GIMP_LAYER_MASK(gimp_item_get_by_id(drawable_id_)));
    return find_layer(drawable_id_);
  }

  std::optional<Rect> selected_in(GimpImage* image) const {
    if (!stand_in_) return selection_bounds(image);
    return stand_in_->mask.empty() ? std::nullopt : std::optional(stand_in_->bounds);
  }

  Result<Rect> bounds_of(Source& source, const std::optional<Rect>& selected) const {
    const Rect canvas{0, 0, source.canvas_width, source.canvas_height};
    if (source.area == Area::Visible) {
      source.layer_id = 0;
      source.extents = canvas;
      return canvas;
    }
    auto* const layer = find_layer(source.layer_id);
    if (layer == nullptr)
      return fail(ErrorKind::Input,
                  _("No layer is selected. Select one, or edit what is visible instead."));
    const Rect whole = extents_of(layer);
    source.extents = whole;
    if (!selected) return whole;
    const Rect both = intersection(whole, *selected);
    if (both.empty())
      return fail(ErrorKind::Input,
                  _("The selection lies outside of the current layer. Select another layer, "
                    "or edit what is visible instead."));
    if (stand_in_ && source.area == Area::Selection && both != *selected)
      return fail(ErrorKind::Input, _("What the recipe changes lies outside of this layer."));
    return source.area == Area::Selection ? both : whole;
  }

  static std::vector<Limit> limits_of(GimpImage* image) {
    if (gimp_image_get_base_type(image) == GIMP_INDEXED) return {Limit::NewImage};
    return {};
  }

  static void look_at_colors(GimpImage* image, Source& source) {
    if (has_vivid_colors(image, source)) source.limits.push_back(Limit::DullerColors);
  }

  static bool has_vivid_colors(GimpImage* image, const Source& source) {
    if (source.area == Area::Visible) return shows_colors_beyond_srgb(image, source.bounds);
    auto* const layer = find_layer(source.layer_id);
    const Rect own = moved(source.bounds, -source.extents.x, -source.extents.y);
    return layer != nullptr && has_colors_beyond_srgb(image, GIMP_DRAWABLE(layer), own);
  }

  void take_selection(GimpImage* image, Source& source) const {
    if (stand_in_) {
      source.selection = part_of(*stand_in_, source.bounds);
      return;
    }
    auto* const selection = GIMP_DRAWABLE(gimp_image_get_selection(image));
    source.selection = read_mask(selection, source.bounds);
  }

  std::optional<Selected> stand_in_;
  int image_id_ = 0;
  int drawable_id_ = 0;
};

}  // namespace

std::unique_ptr<Canvas> make_gimp_canvas(GimpImage* image, GimpDrawable* drawable,
                                         std::optional<Selected> selected) {
  return std::make_unique<GimpCanvas>(image, drawable, std::move(selected));
}

std::unique_ptr<Canvas> make_gimp_canvas() {
  return std::make_unique<GimpCanvas>();
}

}  // namespace wordbrush::host
