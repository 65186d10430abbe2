// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <opencv2/imgproc.hpp>

namespace wordbrush::model {

namespace {

using pixels::Bitmap;

constexpr int colors = 3;
constexpr Color orange{255, 128, 0};
constexpr Color disc_color{200, 30, 60};
constexpr Color ink{16, 16, 32};

std::uint8_t to_byte(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

void set_color(std::uint8_t* pixel, const Color& color) {
  std::ranges::copy(color, pixel);
}

/// Every pixel's colours by `change(pixel, x)`.
void change_all(Bitmap& picture, const std::function<void(std::uint8_t*, int)>& change) {
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      change(picture.row(y) + std::ptrdiff_t{x} * Bitmap::channels, x);
}

/// A disc in the middle whose diameter is half of the shorter side.
struct Disc {
  double x, y, radius;

  explicit Disc(const Size& size)
      : x(size.width / 2.0),
        y(size.height / 2.0),
        radius(std::min(size.width, size.height) / 4.0) {}

  /// The first pixel of row `row` inside, and the first one after it; none where equal.
  std::pair<int, int> span(int row) const {
    const double dy = row + 0.5 - y;
    const double half = radius * radius - dy * dy;
    if (half <= 0) return {0, 0};
    const auto edge = [](double at) { return static_cast<int>(std::lround(at)); };
    return {edge(x - std::sqrt(half)), edge(x + std::sqrt(half))};
  }
};

Size size_of(const Bitmap& picture) {
  return {picture.width(), picture.height()};
}

void draw_object(Bitmap& picture) {
  const Disc disc(size_of(picture));
  for (int y = 0; y < picture.height(); ++y) {
    const auto [begin, end] = disc.span(y);
    for (int x = begin; x < end; ++x)
      set_color(picture.row(y) + std::ptrdiff_t{x} * Bitmap::channels, disc_color);
  }
}

void remove_object(Bitmap& picture) {
  const Disc disc(size_of(picture));
  for (int y = 0; y < picture.height(); ++y) {
    const auto [begin, end] = disc.span(y);
    if (begin == end) continue;
    const auto* const left =
        picture.row(y) + std::ptrdiff_t{std::max(begin - 1, 0)} * Bitmap::channels;
    const auto* const right =
        picture.row(y) + std::ptrdiff_t{std::min(end, picture.width() - 1)} * Bitmap::channels;
    for (int x = begin; x < end; ++x) {
      const double part = (x - begin + 1.0) / (end - begin + 1.0);
      auto* const pixel = picture.row(y) + std::ptrdiff_t{x} * Bitmap::channels;
      for (int color = 0; color < colors; ++color)
        pixel[color] = to_byte(std::lerp(double(left[color]), double(right[color]), part));
    }
  }
}

/// The line that the strokes stand on.
Rect marks_area(const Size& size) {
  return {size.width / 4, size.height * 5 / 8, std::max(size.width / 2, 1),
          std::max(size.height / 8, 1)};
}

void draw_marks(Bitmap& picture) {
  constexpr int strokes = 12;
  const Rect area = marks_area(size_of(picture));
  for (int y = area.y; y < area.bottom(); ++y)
    for (int x = area.x; x < area.right(); ++x)
      if ((x - area.x) * strokes * 2 / area.width % 2 == 0)
        set_color(picture.row(y) + std::ptrdiff_t{x} * Bitmap::channels, ink);
}

void relight(Bitmap& picture) {
  const Color warm{255, 250, 235};
  change_all(picture, [&](std::uint8_t* pixel, int x) {
    const double gain = std::lerp(0.7, 1.3, (x + 0.5) / picture.width());
    for (std::size_t color = 0; color < warm.size(); ++color)
      pixel[color] = to_byte(pixel[color] * gain * warm[color] / 255);
  });
}

}  // namespace

Bitmap edited(EditKind edit, const Bitmap& picture) {
  Bitmap result = picture.clone();
  switch (edit) {
    case EditKind::NoOp:
      break;
    case EditKind::Invert:
      change_all(result, [](std::uint8_t* pixel, int) {
        for (int color = 0; color < colors; ++color)
          pixel[color] = static_cast<std::uint8_t>(255 - pixel[color]);
      });
      break;
    case EditKind::Tint:
      change_all(result, [](std::uint8_t* pixel, int) {
        for (std::size_t color = 0; color < orange.size(); ++color)
          pixel[color] = static_cast<std::uint8_t>((pixel[color] + orange[color]) / 2);
      });
      break;
    case EditKind::Object:
      draw_object(result);
      break;
    case EditKind::Removal:
      remove_object(result);
      break;
    case EditKind::Marks:
      draw_marks(result);
      break;
    case EditKind::Relight:
      relight(result);
      break;
  }
  return result;
}

Rect changed_area(EditKind edit, const Size& size) {
  switch (edit) {
    case EditKind::NoOp:
      return {};
    case EditKind::Object:
    case EditKind::Removal: {
      const Disc disc(size);
      const int left = static_cast<int>(std::floor(disc.x - disc.radius));
      const int top = static_cast<int>(std::floor(disc.y - disc.radius));
      return {left, top, static_cast<int>(std::ceil(disc.x + disc.radius)) - left,
              static_cast<int>(std::ceil(disc.y + disc.radius)) - top};
    }
    case EditKind::Marks:
      return marks_area(size);
    case EditKind::Invert:
    case EditKind::Tint:
    case EditKind::Relight:
      break;
  }
  return {0, 0, size.width, size.height};
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
  change_all(result, [&](std::uint8_t* pixel, int) {
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
