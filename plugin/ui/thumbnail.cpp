// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thumbnail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "ui/argb.h"
#include "ui/checks.h"

namespace wordbrush::ui {

namespace {

using pixels::Bitmap;
constexpr std::uint32_t opaque = 255;

/// Sums of the pixels that become one, the colors weighted by alpha.
struct Sum {
  std::array<std::uint64_t, 3> colors = {};
  std::uint64_t alpha = 0;
  std::uint64_t count = 0;
};

int shrunk(int length, int longest, int side) {
  return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * side / longest)));
}

/// Where the `index`th of `count` equal parts of `length` starts.
int start_of(int index, int count, int length) {
  return static_cast<int>(static_cast<std::int64_t>(index) * length / count);
}

void add_row(const std::uint8_t* from, int width, std::vector<Sum>& sums) {
  const auto count = static_cast<int>(sums.size());
  for (int i = 0; i < count; ++i) {
    const auto pixels =
        static_cast<std::uint32_t>(start_of(i + 1, count, width) - start_of(i, count, width));
    // Of one row of one part: 65535 pixels of 255 * 255 stay within 32 bits.
    std::array<std::uint32_t, 3> colors = {};
    std::uint32_t alpha = 0;
    for (std::uint32_t x = 0; x < pixels; ++x, from += rgba_bytes) {
      for (std::size_t c = 0; c < colors.size(); ++c) colors[c] += from[c] * std::uint32_t{from[3]};
      alpha += from[3];
    }
    auto& sum = sums[static_cast<std::size_t>(i)];
    for (std::size_t c = 0; c < colors.size(); ++c) sum.colors[c] += colors[c];
    sum.alpha += alpha;
    sum.count += pixels;
  }
}

void write(const Sum& sum, std::uint8_t* to) {
  const auto divided = [](std::uint64_t value, std::uint64_t by) {
    return static_cast<std::uint8_t>(by == 0 ? 0 : (value + by / 2) / by);
  };
  for (std::size_t c = 0; c < sum.colors.size(); ++c) to[c] = divided(sum.colors[c], sum.alpha);
  to[3] = divided(sum.alpha, sum.count);
}

CairoSurfacePtr to_surface(const Bitmap& bitmap) {
  CairoSurfacePtr surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, bitmap.width(), bitmap.height()));
  cairo_surface_flush(surface.get());
  auto* const data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < bitmap.height(); ++y) {
    auto* const to =
        reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < bitmap.width(); ++x) to[x] = to_argb(bitmap.row(y) + x * rgba_bytes);
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

/// `side` in device pixels.
void draw_centered(cairo_t* cr, const Bitmap& thumbnail, int side, int device_scale) {
  const double scale =
      std::min(1.0, static_cast<double>(side) / std::max(thumbnail.width(), thumbnail.height()));
  const double width = thumbnail.width() * scale;
  const double height = thumbnail.height() * scale;
  cairo_translate(cr, std::floor((side - width) / 2), std::floor((side - height) / 2));
  cairo_rectangle(cr, 0, 0, width, height);
  cairo_clip(cr);
  const auto checks = make_checks(device_scale);
  cairo_set_source(cr, checks.get());
  cairo_paint(cr);
  cairo_scale(cr, scale, scale);
  const auto picture = to_surface(thumbnail);
  cairo_set_source_surface(cr, picture.get(), 0, 0);
  cairo_paint(cr);
}

}  // namespace

Bitmap make_thumbnail(const Bitmap& bitmap, int side) {
  const int longest = std::max(bitmap.width(), bitmap.height());
  if (longest <= side) return bitmap.clone();
  Bitmap small(shrunk(bitmap.width(), longest, side), shrunk(bitmap.height(), longest, side));
  for (int y = 0; y < small.height(); ++y) {
    std::vector<Sum> sums(static_cast<std::size_t>(small.width()));
    const int end = start_of(y + 1, small.height(), bitmap.height());
    for (int from = start_of(y, small.height(), bitmap.height()); from < end; ++from)
      add_row(bitmap.row(from), bitmap.width(), sums);
    auto* to = small.row(y);
    for (const auto& sum : sums) {
      write(sum, to);
      to += rgba_bytes;
    }
  }
  return small;
}

void show_thumbnail(GtkImage* image, const Bitmap* thumbnail, int side) {
  const int device_scale = gtk_widget_get_scale_factor(GTK_WIDGET(image));
  const int device_side = side * device_scale;
  const CairoSurfacePtr surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, device_side, device_side));
  if (thumbnail != nullptr) {
    const std::unique_ptr<cairo_t, FreeWith<cairo_destroy>> cr(cairo_create(surface.get()));
    draw_centered(cr.get(), *thumbnail, device_side, device_scale);
  }
  cairo_surface_set_device_scale(surface.get(), device_scale, device_scale);
  gtk_image_set_from_surface(image, surface.get());
}

}  // namespace wordbrush::ui
