// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <opencv2/imgproc.hpp>

#include "scenes/edit.h"

namespace wordbrush::model {

namespace {

using pixels::Bitmap;

constexpr int colors = 3;
constexpr Color orange{255, 128, 0};

void set_color(std::uint8_t* pixel, const Color& color) {
  std::ranges::copy(color, pixel);
}

/// Every pixel by `change(pixel)`.
void change_all(Bitmap& picture, const std::function<void(std::uint8_t*)>& change) {
  for (std::size_t at = 0; at < picture.size(); at += Bitmap::channels)
    change(picture.bytes().data() + at);
}

Size size_of(const Bitmap& picture) {
  return {picture.width(), picture.height()};
}

scenes::Edit to_scene(EditKind edit) {
  switch (edit) {
    case EditKind::Object:
      return scenes::Edit::Object;
    case EditKind::Removal:
      return scenes::Edit::Removal;
    case EditKind::Text:
      return scenes::Edit::Text;
    case EditKind::Redden:
      return scenes::Edit::Tint;
    case EditKind::Relight:
      return scenes::Edit::Relight;
    case EditKind::NoOp:
    case EditKind::Invert:
    case EditKind::Tint:
      break;
  }
  return scenes::Edit::None;
}

Rect area_of(const Part& part, const Size& size) {
  const auto share = [](double percent, int side) {
    return static_cast<int>(std::lround(percent * side / 100));
  };
  return {share(part.x, size.width), share(part.y, size.height),
          std::max(1, share(part.width, size.width)), std::max(1, share(part.height, size.height))};
}

}  // namespace

Bitmap edited(const Scenario& scenario, const Bitmap& picture) {
  if (scenario.edit != EditKind::Invert && scenario.edit != EditKind::Tint)
    return scenes::edited(picture, area_of(scenario.area, size_of(picture)),
                          to_scene(scenario.edit), scenario.seed)
        .picture;
  Bitmap result = picture.clone();
  change_all(result, [&](std::uint8_t* pixel) {
    for (std::size_t color = 0; color < orange.size(); ++color)
      pixel[color] = static_cast<std::uint8_t>(scenario.edit == EditKind::Invert
                                                   ? 255 - pixel[color]
                                                   : (pixel[color] + orange[color]) / 2);
  });
  return result;
}

Rect changed_area(const Scenario& scenario, const Size& size) {
  const Rect whole{0, 0, size.width, size.height};
  switch (scenario.edit) {
    case EditKind::NoOp:
      return {};
    case EditKind::Invert:
    case EditKind::Tint:
    case EditKind::Relight:
      return whole;
    default:
      return intersection(area_of(scenario.area, size), whole);
  }
}

Bitmap resized(const Bitmap& picture, const Size& size) {
  if (size == size_of(picture)) return picture.clone();
  Bitmap result(size.width, size.height);
  // OpenCV only reads the source, but a Mat over it cannot say so.
  const cv::Mat from(picture.height(), picture.width(), CV_8UC4,
                     const_cast<std::uint8_t*>(picture.bytes().data()));
  cv::Mat to(size.height, size.width, CV_8UC4, result.bytes().data());
  const bool shrinks = size.width <= picture.width() && size.height <= picture.height();
  cv::resize(from, to, to.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
  return result;
}

Bitmap painted(const Color& color, const Size& size) {
  Bitmap result(size.width, size.height);
  change_all(result, [&](std::uint8_t* pixel) {
    set_color(pixel, color);
    pixel[colors] = 255;
  });
  return result;
}

Color color_of(std::string_view words) {
  // FNV-1a: std::hash may differ between builds, and tests compare colours.
  std::uint32_t hash = 2166136261U;
  for (const char character : words)
    hash = (hash ^ static_cast<std::uint8_t>(character)) * 16777619U;
  return {static_cast<std::uint8_t>(hash >> 16), static_cast<std::uint8_t>(hash >> 8 & 0xff),
          static_cast<std::uint8_t>(hash & 0xff)};
}

}  // namespace wordbrush::model
