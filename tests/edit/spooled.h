// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "edit/spool.h"
#include "pixels/encode.h"

namespace wordbrush::test {

using Color = std::array<std::uint8_t, 4>;

inline constexpr Color red{255, 0, 0, 255};
inline constexpr Color blue{0, 0, 255, 255};

/// A picture of one color.
inline pixels::Bitmap plain(int width, int height, Color color) {
  pixels::Bitmap bitmap(width, height);
  for (std::size_t at = 0; at < bitmap.size(); ++at) bitmap.bytes()[at] = color[at % 4];
  return bitmap;
}

inline SharedBytes png(int width, int height, Color color) {
  return std::make_shared<const Bytes>(pixels::encode_png(plain(width, height, color)));
}

/// Of the size that record_of edits.
inline const SharedBytes blue_picture = png(30, 16, blue);

inline SharedBytes no_picture() {
  return std::make_shared<const Bytes>(Bytes{'n', 'o', 'n', 'e'});
}

/// An edit of the area (10, 20, 30 x 16) of a canvas of 80 x 60 pixels.
inline edit::SpoolRecord record_of(std::vector<SharedBytes> pictures) {
  edit::SpoolRecord record{.time = 1'800'000'000,
                           .prompt = "a \"red\"\nhat \xe5\xb8\xbd",
                           .model = "m-1",
                           .host = "127.0.0.1",
                           .text = "Done.",
                           .layer_name = "a red hat",
                           .source = {.area = host::Area::Selection,
                                      .image_id = 1,
                                      .extents = {0, 0, 80, 60},
                                      .bounds = {10, 20, 30, 16},
                                      .selection = pixels::Mask(30, 16, 77),
                                      .canvas_width = 80,
                                      .canvas_height = 60,
                                      .image_name = "photo.xcf"}};
  record.frame =
      edit::SpooledFrame{.frame = {10, 20, 30, 16}, .upload_width = 30, .upload_height = 16};
  record.pictures = std::move(pictures);
  return record;
}

/// The names in a folder; none where there is no folder.
inline std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    names.push_back(entry.path().filename().string());
  return names;
}

}  // namespace wordbrush::test
