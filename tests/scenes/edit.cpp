// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/edit.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "scenes/noise.h"
#include "scenes/pixel.h"

namespace wordbrush::scenes {

namespace {

using pixels::Bitmap;

constexpr double painted_part = 0.8;

bool is_in_ellipse(const Rect& area, int x, int y) {
  const double u = (x + 0.5 - area.x) / area.width * 2 - 1;
  const double v = (y + 0.5 - area.y) / area.height * 2 - 1;
  return std::hypot(u, v) < painted_part;
}

/// What stands between the two ends of the area's row.
Color across(const Bitmap& picture, const Rect& area, int x, int y) {
  const int left = std::max(0, area.x);
  const int right = std::min(picture.width(), area.right()) - 1;
  if (left >= right) return color_at(picture, x, y);
  return blend(color_at(picture, left, y), color_at(picture, right, y),
               static_cast<double>(x - left) / (right - left));
}

Color evening(const Color& own, double across_picture) {
  const double light = std::lerp(0.4, 0.75, across_picture);
  return {own[0] * light * 1.15 + 8, own[1] * light, own[2] * light * 0.8};
}

Color color_of(const Bitmap& before, const Rect& area, Edit edit, unsigned seed, cv::Point at) {
  const Color own = color_at(before, at.x, at.y);
  switch (edit) {
    case Edit::Object:
      return blend({230, 40, 30}, {250, 200, 60}, Grain{40, 4, seed}.at(at.x, at.y));
    case Edit::Tint:
      return {own[0] * 0.7 + 70, own[1] * 0.75, own[2] * 0.75 + 10};
    case Edit::Removal:
      return across(before, area, at.x, at.y);
    case Edit::Relight:
      return evening(own, (at.x + 0.5) / before.width());
    case Edit::None:
    case Edit::Text:
      break;
  }
  return own;
}

double mean_brightness(const Bitmap& picture, const Rect& area) {
  const Rect seen = intersection(area, {0, 0, picture.width(), picture.height()});
  if (seen.empty()) return 0;
  double sum = 0;
  for (int y = seen.y; y < seen.bottom(); ++y)
    for (int x = seen.x; x < seen.right(); ++x) sum += color_at(picture, x, y)[1];
  return sum / (static_cast<double>(seen.width) * seen.height);
}

/// Letters as wide as the filled part, dark on what is bright and bright on what is dark.
void write(Bitmap& picture, const Rect& area) {
  constexpr int font = cv::FONT_HERSHEY_DUPLEX;
  const char* const lines[] = {"FRESH BREAD", "every morning"};
  const int width = static_cast<int>(area.width * painted_part);
  const cv::Size unit = cv::getTextSize(lines[1], font, 1, 2, nullptr);
  const double scale = static_cast<double>(width) / unit.width;
  const int thickness = std::max(1, static_cast<int>(std::lround(scale * 2.2)));
  const cv::Scalar ink = mean_brightness(picture, area) > 110 ? cv::Scalar(25, 20, 60, 255)
                                                              : cv::Scalar(255, 240, 200, 255);
  cv::Mat canvas(picture.height(), picture.width(), CV_8UC4, picture.bytes().data());
  int baseline = area.y + area.height / 2 - static_cast<int>(unit.height * scale * 0.4);
  for (const char* line : lines) {
    const int left = area.x + (area.width - width) / 2;
    cv::putText(canvas, line, {left, baseline}, font, scale, ink, thickness, cv::LINE_AA);
    baseline += static_cast<int>(unit.height * scale * 1.9);
  }
}

pixels::Mask difference(const Bitmap& before, const Bitmap& after) {
  pixels::Mask changed(before.width(), before.height());
  for (int y = 0; y < before.height(); ++y)
    for (int x = 0; x < before.width(); ++x)
      if (!std::equal(pixel_at(before, x, y), pixel_at(before, x, y) + 3, pixel_at(after, x, y)))
        changed.row(y)[x] = 255;
  return changed;
}

void keep_alpha(Bitmap& picture, const Bitmap& from) {
  for (std::size_t at = 3; at < picture.size(); at += Bitmap::channels)
    picture.bytes()[at] = from.bytes()[at];
}

}  // namespace

Edited edited(const Bitmap& picture, const Rect& area, Edit edit, unsigned seed) {
  Bitmap after = picture.clone();
  const bool everywhere = edit == Edit::Relight;
  const Rect whole{0, 0, picture.width(), picture.height()};
  const Rect within = everywhere ? whole : intersection(area, whole);
  for (int y = within.y; y < within.bottom(); ++y)
    for (int x = within.x; x < within.right(); ++x)
      if (everywhere || is_in_ellipse(area, x, y))
        set_color(pixel_at(after, x, y), color_of(picture, area, edit, seed, {x, y}));
  if (edit == Edit::Text && !area.empty()) {
    write(after, area);
    keep_alpha(after, picture);
  }
  pixels::Mask changed = difference(picture, after);
  return {std::move(after), std::move(changed)};
}

}  // namespace wordbrush::scenes
