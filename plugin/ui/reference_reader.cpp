// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reference_reader.h"

#include <glib/gi18n.h>
#include <libgimp/gimp.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "edit/sentence.h"
#include "pixels/decode.h"
#include "ui/open_images.h"
#include "ui/thumbnail.h"

namespace wordbrush::ui {

namespace {

using BitmapPtr = std::shared_ptr<const pixels::Bitmap>;

constexpr gsize max_file_bytes = gsize{256} << 20U;

/// Grey or color, with alpha or without, as GIMP hands a thumbnail out.
BitmapPtr to_bitmap(GBytes* bytes, int width, int height, int bytes_per_pixel) {
  gsize size = 0;
  const auto* from = static_cast<const std::uint8_t*>(g_bytes_get_data(bytes, &size));
  const auto pixels_count = static_cast<gsize>(width) * static_cast<gsize>(height);
  if (width < 1 || height < 1 || size < pixels_count * static_cast<gsize>(bytes_per_pixel))
    return {};
  const bool is_grey = bytes_per_pixel < 3;
  const bool has_alpha = bytes_per_pixel % 2 == 0;
  constexpr std::uint8_t opaque = 255;
  auto bitmap = std::make_shared<pixels::Bitmap>(width, height);
  auto* to = bitmap->bytes().data();
  for (gsize i = 0; i < pixels_count; ++i) {
    for (int channel = 0; channel < 3; ++channel) to[channel] = from[is_grey ? 0 : channel];
    to[3] = has_alpha ? from[bytes_per_pixel - 1] : opaque;
    to += pixels::Bitmap::channels;
    from += bytes_per_pixel;
  }
  return bitmap;
}

Result<pixels::Bitmap> read_picture(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) > max_file_bytes || error)
    return fail(ErrorKind::Input, _("This file cannot be read, or is too large."));
  gchar* content = nullptr;
  gsize length = 0;
  GErrorPtr why;
  if (!g_file_get_contents(path.c_str(), &content, &length, out(why)))
    return fail(ErrorKind::Input, why->message);
  const GCharPtr owned(content);
  const auto* const first = reinterpret_cast<const std::uint8_t*>(content);
  auto picture = pixels::decode({first, length});
  if (!picture)
    return fail(ErrorKind::Input, _("This file is no PNG, JPEG or WebP picture. Open it in GIMP "
                                    "and take its layer as the reference."));
  return picture;
}

/// What a worker read.
struct Read {
  BitmapPtr picture;
  BitmapPtr thumbnail;
  std::string failure;
};

}  // namespace

std::vector<OfferedImage> offered_images(int first_image_id) {
  std::vector<OfferedImage> offered;
  for (GimpImage* const image : open_images()) {
    const GCharPtr name(gimp_image_get_name(image));
    offered.push_back({gimp_image_get_id(image), name.get(), {}});
    for (GimpItem* const layer : all_layers(image)) {
      const GCharPtr layer_name(gimp_item_get_name(layer));
      offered.back().layers.push_back({gimp_item_get_id(layer), layer_name.get()});
    }
  }
  std::ranges::stable_partition(
      offered, [&](const OfferedImage& image) { return image.image_id == first_image_id; });
  return offered;
}

std::shared_ptr<const pixels::Bitmap> layer_thumbnail(int layer_id, int side) {
  if (!gimp_item_id_is_layer(layer_id)) return {};
  using BytesPtr = std::unique_ptr<GBytes, FreeWith<g_bytes_unref>>;
  gint width = 0, height = 0, bytes_per_pixel = 0;
  const BytesPtr bytes(gimp_drawable_get_thumbnail_data(
      GIMP_DRAWABLE(gimp_item_get_by_id(layer_id)), side, side, &width, &height, &bytes_per_pixel));
  return bytes ? to_bitmap(bytes.get(), width, height, bytes_per_pixel) : nullptr;
}

void ReferenceReader::load(const ReferenceSource& source, int thumbnail_side) {
  if (const auto* const layer = std::get_if<LayerSource>(&source))
    load_layer(*layer, thumbnail_side);
  else
    load_file(std::get<FileSource>(source), thumbnail_side);
}

void ReferenceReader::load_layer(const LayerSource& layer, int thumbnail_side) {
  auto thumbnail = layer_thumbnail(layer.layer_id, thumbnail_side);
  if (thumbnail)
    events_.on_thumbnail(layer, std::move(thumbnail));
  else
    events_.on_refused(layer, _("This layer is no longer there."));
}

void ReferenceReader::load_file(const FileSource& file, int thumbnail_side) {
  files_[file.path].worker = run_on_worker<Read>(
      [path = file.path, thumbnail_side] {
        auto picture = read_picture(path);
        if (!picture) return Read{.failure = edit::to_sentence(picture.error())};
        auto thumbnail = make_thumbnail(*picture, thumbnail_side);
        return Read{.picture = std::make_shared<const pixels::Bitmap>(std::move(*picture)),
                    .thumbnail = std::make_shared<const pixels::Bitmap>(std::move(thumbnail))};
      },
      [this, file](Read read) {
        files_[file.path].picture = std::move(read.picture);
        if (read.thumbnail)
          events_.on_thumbnail(file, std::move(read.thumbnail));
        else
          events_.on_refused(file, read.failure);
      });
}

bool ReferenceReader::is_reading(const ReferenceList& list) const {
  return to_send(list).size() != list.items().size();
}

void ReferenceReader::keep_only(const ReferenceList& list) {
  std::erase_if(files_, [&](const auto& file) {
    return std::ranges::none_of(list.items(), [&](const Reference& reference) {
      const auto* const source = std::get_if<FileSource>(&reference.source);
      return source != nullptr && source->path == file.first;
    });
  });
}

std::vector<edit::Reference> ReferenceReader::to_send(const ReferenceList& list) const {
  std::vector<edit::Reference> references;
  for (const Reference& reference : list.items()) {
    if (const auto* const layer = std::get_if<LayerSource>(&reference.source)) {
      references.push_back({.layer_id = layer->layer_id});
      continue;
    }
    const auto found = files_.find(std::get<FileSource>(reference.source).path);
    if (found != files_.end() && found->second.picture)
      references.push_back({.picture = found->second.picture});
  }
  return references;
}

}  // namespace wordbrush::ui
