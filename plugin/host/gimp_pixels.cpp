// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_pixels.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/gobject_ptr.h"
#include "host/gimp_profile.h"

namespace wordbrush::host {

namespace {

using BufferPtr = GObjectPtr<GeglBuffer>;

/// A row of tiles of the widest layers. Each tile is read or written once, and fresh memory
/// takes longer than a tile's way here; GIMP's own setting is meant for its own process.
constexpr guint64 tile_cache_bytes = guint64{16} << 20;

/// Rows that are converted at once where a copy on the way is needed.
constexpr int strip_rows = 64;

const Babl* srgb_format() {
  return babl_format("R'G'B'A u8");
}

BufferPtr buffer_of(GimpDrawable* drawable) {
  [[maybe_unused]] static const bool is_limited =
      (g_object_set(gegl_config(), "tile-cache-size", tile_cache_bytes, nullptr), true);
  return BufferPtr::adopt(gimp_drawable_get_buffer(drawable));
}

GeglRectangle to_gegl(Rect rect) {
  return {rect.x, rect.y, rect.width, rect.height};
}

/// The buffer's own values in `format`'s layout, without any conversion of color.
const Babl* device_format(GeglBuffer* buffer, const char* format) {
  return babl_format_with_space(format, gegl_buffer_get_format(buffer));
}

void read_through_tables(GeglBuffer* buffer, Rect rect, GimpColorTransform* transform,
                         pixels::Bitmap& pixels) {
  const auto row_values = static_cast<std::size_t>(rect.width) * pixels::Bitmap::channels;
  std::vector<float> strip(row_values * strip_rows);
  for (int y = 0; y < rect.height; y += strip_rows) {
    const int rows = std::min(strip_rows, rect.height - y);
    const GeglRectangle part{rect.x, rect.y + y, rect.width, rows};
    gegl_buffer_get(buffer, &part, 1.0, device_format(buffer, "R'G'B'A float"), strip.data(),
                    GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
    gimp_color_transform_process_pixels(transform, TableProfile::float_format(), strip.data(),
                                        srgb_format(), pixels.row(y),
                                        static_cast<gsize>(rect.width) * static_cast<gsize>(rows));
  }
}

/// Reads `format`, which has `channels` channels and no alpha, and opens the gray or
/// the color of each pixel into an opaque one. babl can do that too, but looks for
/// the fastest way first, which takes longer than 20 megapixels of this.
void read_opaque(GeglBuffer* buffer, Rect rect, const char* format, std::size_t channels,
                 pixels::Bitmap& pixels) {
  constexpr std::uint8_t opaque = 255;
  const std::size_t green = channels == 1 ? 0 : 1;
  const std::size_t blue = channels == 1 ? 0 : 2;
  std::vector<std::uint8_t> strip(static_cast<std::size_t>(rect.width) * channels * strip_rows);
  for (int y = 0; y < rect.height; y += strip_rows) {
    const int rows = std::min(strip_rows, rect.height - y);
    const GeglRectangle part{rect.x, rect.y + y, rect.width, rows};
    gegl_buffer_get(buffer, &part, 1.0, babl_format(format), strip.data(), GEGL_AUTO_ROWSTRIDE,
                    GEGL_ABYSS_NONE);
    const auto count = static_cast<std::size_t>(rect.width) * static_cast<std::size_t>(rows);
    const std::uint8_t* from = strip.data();
    std::uint8_t* to = pixels.row(y);
    for (std::size_t i = 0; i < count; ++i, from += channels, to += pixels::Bitmap::channels) {
      to[0] = from[0];
      to[1] = from[green];
      to[2] = from[blue];
      to[3] = opaque;
    }
  }
}

bool lies_within(Rect rect, GeglBuffer* buffer) {
  const GeglRectangle part = to_gegl(rect);
  return gegl_rectangle_contains(gegl_buffer_get_extent(buffer), &part) != FALSE;
}

/// From buffers of 8 bits or more, in one of babl's own spaces.
void read_through_babl(GimpDrawable* drawable, GeglBuffer* buffer, Rect rect,
                       pixels::Bitmap& pixels) {
  const bool opaque = !gimp_drawable_has_alpha(drawable) && lies_within(rect, buffer);
  if (opaque && gimp_drawable_is_rgb(drawable))
    return read_opaque(buffer, rect, "R'G'B' u8", 3, pixels);
  if (opaque && gimp_drawable_is_gray(drawable))
    return read_opaque(buffer, rect, "Y' u8", 1, pixels);
  const GeglRectangle part = to_gegl(rect);
  gegl_buffer_get(buffer, &part, 1.0, srgb_format(), pixels.bytes().data(), GEGL_AUTO_ROWSTRIDE,
                  GEGL_ABYSS_NONE);
}

/// Its first pixel in `part`.
const std::uint8_t* pixel_at(const pixels::Bitmap& pixels, Rect part) {
  return pixels.row(part.y) + std::ptrdiff_t{part.x} * pixels::Bitmap::channels;
}

void write_through_tables(GeglBuffer* buffer, GimpColorTransform* transform,
                          const pixels::Bitmap& pixels, Rect part) {
  const auto width = static_cast<gsize>(part.width);
  std::vector<float> line(width * pixels::Bitmap::channels);
  for (int y = part.y; y < part.bottom(); ++y) {
    const GeglRectangle row{part.x, y, part.width, 1};
    gimp_color_transform_process_pixels(transform, srgb_format(),
                                        pixel_at(pixels, {part.x, y, part.width, 1}),
                                        TableProfile::float_format(), line.data(), width);
    gegl_buffer_set(buffer, &row, 0, device_format(buffer, "R'G'B'A float"), line.data(),
                    GEGL_AUTO_ROWSTRIDE);
  }
}

}  // namespace

PixelReader::PixelReader(GimpImage* image, GimpDrawable* drawable)
    : drawable_(drawable), buffer_(buffer_of(drawable)) {
  if (const TableProfile tables(image); tables) transform_ = tables.to_srgb();
}

pixels::Bitmap PixelReader::read(Rect rect) const {
  pixels::Bitmap pixels(rect.width, rect.height);
  if (transform_)
    read_through_tables(buffer_.get(), rect, transform_.get(), pixels);
  else
    read_through_babl(drawable_, buffer_.get(), rect, pixels);
  return pixels;
}

pixels::Bitmap read_pixels(GimpImage* image, GimpDrawable* drawable, Rect rect) {
  return PixelReader(image, drawable).read(rect);
}

void write_pixels(GimpImage* image, GimpLayer* layer, const pixels::Bitmap& pixels, Rect part) {
  const BufferPtr buffer = buffer_of(GIMP_DRAWABLE(layer));
  const TableProfile tables(image);
  if (const auto transform = tables ? tables.from_srgb() : nullptr; transform) {
    write_through_tables(buffer.get(), transform.get(), pixels, part);
  } else {
    const GeglRectangle place = to_gegl(part);
    gegl_buffer_set(buffer.get(), &place, 0, srgb_format(), pixel_at(pixels, part),
                    static_cast<int>(pixels.stride()));
  }
}

pixels::Mask read_mask(GimpDrawable* mask, Rect rect) {
  constexpr float most = 255.0F;
  // What 1/255 loses as a float, and much less than one step of 16 bits.
  constexpr float rounding = 0.001F;

  pixels::Mask values(rect.width, rect.height);
  const BufferPtr buffer = buffer_of(mask);
  if (gegl_buffer_get_format(buffer.get()) == babl_format("Y u8")) {
    const GeglRectangle whole = to_gegl(rect);
    gegl_buffer_get(buffer.get(), &whole, 1.0, nullptr, values.values.data(), GEGL_AUTO_ROWSTRIDE,
                    GEGL_ABYSS_NONE);
    return values;
  }
  std::vector<float> strip(static_cast<std::size_t>(rect.width) * strip_rows);
  for (int y = 0; y < rect.height; y += strip_rows) {
    const int rows = std::min(strip_rows, rect.height - y);
    const GeglRectangle part{rect.x, rect.y + y, rect.width, rows};
    gegl_buffer_get(buffer.get(), &part, 1.0, babl_format("Y float"), strip.data(),
                    GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
    const auto count = static_cast<std::ptrdiff_t>(rect.width) * rows;
    std::transform(strip.begin(), strip.begin() + count, values.row(y), [](float value) {
      return static_cast<std::uint8_t>(
          std::floor((std::clamp(value, 0.0F, 1.0F) * most) + rounding));
    });
  }
  return values;
}

void write_mask(GimpDrawable* mask, const pixels::Mask& values, Rect part) {
  const BufferPtr buffer = buffer_of(mask);
  const GeglRectangle place = to_gegl(part);
  gegl_buffer_set(buffer.get(), &place, 0, babl_format("Y u8"), values.row(part.y) + part.x,
                  values.width);
}

}  // namespace wordbrush::host
