// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_snapshot.h"

#include <glib/gi18n.h>

#include <cstring>

#include "base/gobject_ptr.h"
#include "host/bands.h"
#include "host/gimp_lookup.h"
#include "host/gimp_pixels.h"

namespace wordbrush::host {

namespace {

/// Deletes, at the end of its life, an image that nobody sees.
class ScratchImage {
 public:
  explicit ScratchImage(GimpImage* image) : image_(image) {}
  ~ScratchImage() {
    if (image_ != nullptr) gimp_image_delete(image_);
  }
  ScratchImage(const ScratchImage&) = delete;
  ScratchImage& operator=(const ScratchImage&) = delete;

  GimpImage* get() const { return image_; }

 private:
  GimpImage* image_;
};

bool has_filters(GimpDrawable* drawable) {
  GimpDrawableFilter** const filters = gimp_drawable_get_filters(drawable);
  const bool some = filters != nullptr && *filters != nullptr;
  g_free(static_cast<gpointer>(filters));
  return some;
}

/// A layer, alone in an image that nobody sees, with its filters in its pixels.
class Filtered {
 public:
  Filtered(GimpImage* image, GimpDrawable* drawable)
      : scratch_(make_scratch(image, drawable)),
        copy_(gimp_layer_new_from_drawable(drawable, scratch_.get())) {
    gimp_image_insert_layer(scratch_.get(), copy_, nullptr, 0);
    const Rect before = place_of(layer());
    gimp_drawable_merge_filters(layer());
    // A filter such as a blur may have made the layer larger.
    const Rect after = place_of(layer());
    start_ = {.x = after.x - before.x, .y = after.y - before.y};
  }

  GimpImage* image() const { return scratch_.get(); }
  GimpDrawable* layer() const { return GIMP_DRAWABLE(copy_); }
  /// Where its pixels begin, in those of the layer before.
  const Rect& start() const { return start_; }

 private:
  static GimpImage* make_scratch(GimpImage* image, GimpDrawable* drawable) {
    const Rect whole = place_of(drawable);
    auto* const scratch =
        gimp_image_new_with_precision(whole.width, whole.height, gimp_image_get_base_type(image),
                                      gimp_image_get_precision(image));
    const auto profile = GObjectPtr<GimpColorProfile>::adopt(gimp_image_get_color_profile(image));
    if (profile) gimp_image_set_color_profile(scratch, profile.get());
    return scratch;
  }

  const ScratchImage scratch_;
  GimpLayer* copy_;
  Rect start_;
};

/// The layer's own pixels with its filters in them.
pixels::Bitmap read_filtered(GimpImage* image, GimpDrawable* drawable, Rect rect) {
  const Filtered filtered(image, drawable);
  return read_pixels(filtered.image(), filtered.layer(),
                     moved(rect, -filtered.start().x, -filtered.start().y));
}

void apply_mask(pixels::Bitmap& pixels, const pixels::Mask& mask) {
  constexpr int most = 255;
  auto* alpha = pixels.bytes().data() + pixels::Bitmap::channels - 1;
  for (const std::uint8_t value : mask.values) {
    *alpha = static_cast<std::uint8_t>(((*alpha * value) + (most / 2)) / most);
    alpha += pixels::Bitmap::channels;
  }
}

/// The layer's own, if it has one; `rect` is in the layer's own coordinates.
void apply_mask_of(GimpLayer* layer, Rect rect, pixels::Bitmap& pixels) {
  auto* const mask = gimp_layer_get_mask(layer);
  if (mask != nullptr && gimp_layer_get_apply_mask(layer))
    apply_mask(pixels, read_mask(GIMP_DRAWABLE(mask), rect));
}

void put(const pixels::Bitmap& part, pixels::Bitmap& whole, Rect place) {
  for (int y = 0; y < place.height; ++y)
    std::memcpy(whole.row(place.y + y) + std::ptrdiff_t{place.x} * pixels::Bitmap::channels,
                part.row(y), part.stride());
}

/// A copy of what is read, as a layer that is part of no image.
class GimpSnapshot final : public Snapshot {
 public:
  struct Frozen {
    GimpLayer* layer = nullptr;
    bool is_ours = true;
    Rect start;         ///< canvas pixel at which its pixels begin
    int masked_by = 0;  ///< the layer whose mask holds; 0: none
  };

  GimpSnapshot(GimpImage* image, const Frozen& frozen, Rect extents)
      : image_id_(gimp_image_get_id(image)),
        frozen_id_(gimp_item_get_id(GIMP_ITEM(frozen.layer))),
        frozen_(frozen),
        extents_(extents) {}
  ~GimpSnapshot() override {
    // With a closed image it has gone, too.
    if (frozen_.is_ours && gimp_item_id_is_valid(frozen_id_))
      gimp_item_delete(gimp_item_get_by_id(frozen_id_));
  }
  GimpSnapshot(const GimpSnapshot&) = delete;
  GimpSnapshot& operator=(const GimpSnapshot&) = delete;

  Rect extents() const override { return extents_; }

  Result<std::optional<int>> read_more(Rect frame, int step, pixels::Bitmap& whole) override {
    auto* const image = find_image(image_id_);
    auto* const layer = find_layer(frozen_id_);
    if (image == nullptr || layer == nullptr)
      return fail(ErrorKind::Input, _("The image is no longer open."));
    const PixelReader reader(image, GIMP_DRAWABLE(layer));
    const Blocks blocks(frame);
    const TurnTime turn;
    do {
      const Rect block = blocks.at(step++);
      put(read_block(reader, block), whole, moved(block, -frame.x, -frame.y));
    } while (step < blocks.count() && !turn.is_over());
    return step < blocks.count() ? std::optional(step) : std::nullopt;
  }

 private:
  pixels::Bitmap read_block(const PixelReader& reader, Rect block) const {
    auto pixels = reader.read(moved(block, -frozen_.start.x, -frozen_.start.y));
    if (auto* const masked = find_layer(frozen_.masked_by); masked != nullptr)
      apply_mask_of(masked, moved(block, -extents_.x, -extents_.y), pixels);
    return pixels;
  }

  int image_id_;
  int frozen_id_;
  Frozen frozen_;
  Rect extents_;
};

}  // namespace

Rect place_of(GimpDrawable* drawable) {
  Rect rect{.width = gimp_drawable_get_width(drawable),
            .height = gimp_drawable_get_height(drawable)};
  gimp_drawable_get_offsets(drawable, &rect.x, &rect.y);
  return rect;
}

pixels::Bitmap read_layer_pixels(GimpImage* image, GimpLayer* layer, Rect rect) {
  auto* const drawable = GIMP_DRAWABLE(layer);
  auto pixels = has_filters(drawable) ? read_filtered(image, drawable, rect)
                                      : read_pixels(image, drawable, rect);
  apply_mask_of(layer, rect, pixels);
  return pixels;
}

pixels::Bitmap read_visible(GimpImage* image, Rect rect) {
  auto* const projection = gimp_layer_new_from_visible(image, image, nullptr);
  auto pixels = read_pixels(image, GIMP_DRAWABLE(projection), rect);
  gimp_item_delete(GIMP_ITEM(projection));
  return pixels;
}

std::unique_ptr<Snapshot> freeze_layer(GimpImage* image, GimpLayer* layer, Rect place) {
  auto* const drawable = GIMP_DRAWABLE(layer);
  GimpSnapshot::Frozen frozen{.start = place, .masked_by = gimp_item_get_id(GIMP_ITEM(layer))};
  if (has_filters(drawable)) {
    const Filtered filtered(image, drawable);
    frozen.layer = gimp_layer_new_from_drawable(filtered.layer(), image);
    frozen.start = moved(place, filtered.start().x, filtered.start().y);
  } else if (!gimp_item_is_group(GIMP_ITEM(layer))) {
    frozen.layer = gimp_layer_new_from_drawable(drawable, image);
  }
  if (frozen.layer == nullptr) {
    frozen.layer = layer;
    frozen.is_ours = false;
  }
  return std::make_unique<GimpSnapshot>(image, frozen, place);
}

std::unique_ptr<Snapshot> freeze_visible(GimpImage* image) {
  const Rect canvas{0, 0, gimp_image_get_width(image), gimp_image_get_height(image)};
  return std::make_unique<GimpSnapshot>(
      image,
      GimpSnapshot::Frozen{.layer = gimp_layer_new_from_visible(image, image, nullptr),
                           .start = canvas},
      canvas);
}

}  // namespace wordbrush::host
