// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/photographs.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "pixels/decode.h"
#include "precision/resize.h"

namespace wordbrush::scenes {

using pixels::Bitmap;

namespace {

std::vector<Photograph> read_photographs() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(WORDBRUSH_PHOTOS))
    if (entry.path().extension() == ".jpg") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<Photograph> all;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(file), {}};
    if (auto picture = pixels::decode(bytes)) all.push_back({path.stem(), std::move(*picture)});
  }
  return all;
}

Bitmap no_larger(const Bitmap& picture, double scale) {
  if (scale >= 1) return picture.clone();
  return precision::resize(picture, static_cast<int>(std::lround(picture.width() * scale)),
                           static_cast<int>(std::lround(picture.height() * scale)));
}

}  // namespace

std::vector<Photograph> named_photographs(int longest) {
  std::vector<Photograph> all = read_photographs();
  for (auto& [name, picture] : all)
    picture = no_larger(picture,
                        static_cast<double>(longest) / std::max(picture.width(), picture.height()));
  return all;
}

std::vector<Bitmap> photographs(int width) {
  std::vector<Bitmap> all;
  for (const auto& [name, picture] : read_photographs())
    all.push_back(no_larger(picture, static_cast<double>(width) / picture.width()));
  return all;
}

}  // namespace wordbrush::scenes
