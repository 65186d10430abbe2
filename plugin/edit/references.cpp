// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "edit/prepared.h"

namespace wordbrush::edit {

Result<std::vector<Picture>> read_references(host::Canvas& canvas,
                                             const std::vector<int>& layer_ids) {
  constexpr int max_side = 2048;
  std::vector<Picture> pictures;
  for (const int layer_id : layer_ids) {
    auto bitmap = canvas.read_layer(layer_id);
    if (!bitmap) return fail(std::move(bitmap.error()));
    const double scale =
        std::min(1.0, static_cast<double>(max_side) / std::max(bitmap->width(), bitmap->height()));
    pictures.push_back({.width = std::max(1, static_cast<int>(bitmap->width() * scale)),
                        .height = std::max(1, static_cast<int>(bitmap->height() * scale))});
    pictures.back().bitmap = std::make_shared<const pixels::Bitmap>(std::move(*bitmap));
  }
  return pictures;
}

}  // namespace wordbrush::edit
