// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/scene.h"

#include <map>
#include <tuple>

namespace wordbrush::precision {

pixels::Bitmap drawn(Motif motif, int width, int height, unsigned seed) {
  static std::map<std::tuple<Motif, int, int, unsigned>, pixels::Bitmap> pictures;
  pixels::Bitmap& picture = pictures[{motif, width, height, seed}];
  if (picture.empty()) picture = scenes::make_picture(motif, width, height, seed);
  return picture.clone();
}

}  // namespace wordbrush::precision
