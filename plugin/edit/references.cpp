// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "edit/prepared.h"

namespace wordbrush::edit {

namespace {

using BitmapPtr = std::shared_ptr<const pixels::Bitmap>;

Result<BitmapPtr> read(host::Canvas& canvas, const Reference& reference) {
  if (reference.picture) return reference.picture;
  auto layer = canvas.read_layer(reference.layer_id);
  if (!layer) return fail(std::move(layer.error()));
  return std::make_shared<const pixels::Bitmap>(std::move(*layer));
}

}  // namespace

Result<std::vector<Picture>> read_references(host::Canvas& canvas,
                                             const std::vector<Reference>& references) {
  constexpr int max_side = 2048;
  std::vector<Picture> pictures;
  for (const Reference& reference : references) {
    auto bitmap = read(canvas, reference);
    if (!bitmap) return fail(std::move(bitmap.error()));
    const int width = (*bitmap)->width();
    const int height = (*bitmap)->height();
    const double scale = std::min(1.0, static_cast<double>(max_side) / std::max(width, height));
    pictures.push_back({.bitmap = std::move(*bitmap),
                        .width = std::max(1, static_cast<int>(width * scale)),
                        .height = std::max(1, static_cast<int>(height * scale))});
  }
  return pictures;
}

}  // namespace wordbrush::edit
