// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/photographs.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "pixels/decode.h"
#include "precision/resize.h"

namespace wordbrush::scenes {

using pixels::Bitmap;

namespace {

std::optional<Photograph> read_photograph(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const Bytes bytes{std::istreambuf_iterator<char>(file), {}};
  auto picture = pixels::decode(bytes);
  if (!picture) return {};
  return Photograph{path.stem(), std::move(*picture)};
}

std::vector<Photograph> read_photographs() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(WORDBRUSH_PHOTOS))
    if (entry.path().extension() == ".jpg") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<Photograph> all;
  for (const auto& path : paths)
    if (auto one = read_photograph(path)) all.push_back(std::move(*one));
  return all;
}

Bitmap no_larger(const Bitmap& picture, double scale) {
  if (scale >= 1) return picture.clone();
  return precision::resize(picture, static_cast<int>(std::lround(picture.width() * scale)),
                           static_cast<int>(std::lround(picture.height() * scale)));
}

Bitmap at_most(int longest, const Bitmap& picture) {
  return no_larger(picture,
                   static_cast<double>(longest) / std::max(picture.width(), picture.height()));
}

}  // namespace

Bitmap photograph(std::string_view name, int longest) {
  const auto file = std::filesystem::path(WORDBRUSH_PHOTOS) / (std::string(name) + ".jpg");
  const auto found = read_photograph(file);
  return found ? at_most(longest, found->picture) : Bitmap{};
}

std::vector<Photograph> named_photographs(int longest) {
  std::vector<Photograph> all = read_photographs();
  for (auto& [name, picture] : all) picture = at_most(longest, picture);
  return all;
}

std::vector<Bitmap> photographs(int width) {
  std::vector<Bitmap> all;
  for (const auto& [name, picture] : read_photographs())
    all.push_back(no_larger(picture, static_cast<double>(width) / picture.width()));
  return all;
}

}  // namespace wordbrush::scenes
