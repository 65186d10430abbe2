// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/upload.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "pixels/encode.h"
#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

constexpr int jpeg_quality = 95;
/// What the second try aims at, as a share of the limit: a smaller picture takes
/// more bytes for each of its pixels.
constexpr double margin = 0.85;
constexpr int smallest_side = 64;

bool is_jpeg(const pixels::Bitmap& bitmap, UploadFormat format) {
  return format == UploadFormat::Jpeg ||
         (format == UploadFormat::Auto && pixels::is_opaque(bitmap));
}

Bytes encode(const pixels::Bitmap& bitmap, bool jpeg) {
  return jpeg ? pixels::encode_jpeg(bitmap, jpeg_quality) : pixels::encode_png(bitmap);
}

/// `mask` in the size of `picture`.
protocol::ImagePart make_mask(pixels::Bitmap mask, const Upload& picture) {
  if (mask.width() != picture.width || mask.height() != picture.height)
    mask = precision::resize(mask, picture.width, picture.height);
  return {"image/png", std::make_shared<const Bytes>(pixels::encode_png(mask))};
}

}  // namespace

Result<Upload> make_upload(const pixels::Bitmap& bitmap, int width, int height, UploadFormat format,
                           std::size_t max_bytes) {
  const bool jpeg = is_jpeg(bitmap, format);
  while (true) {
    const bool as_it_is = width == bitmap.width() && height == bitmap.height();
    std::optional<pixels::Bitmap> smaller;
    if (!as_it_is) smaller = precision::resize(bitmap, width, height);
    Bytes bytes = encode(smaller ? *smaller : bitmap, jpeg);
    if (bytes.size() <= max_bytes)
      return Upload{
          {jpeg ? "image/jpeg" : "image/png", std::make_shared<const Bytes>(std::move(bytes))},
          width,
          height};

    if (std::min(width, height) < smallest_side)
      return fail(ErrorKind::Input, _("This area is too large. Select a smaller part."));
    const double factor =
        std::sqrt(margin * static_cast<double>(max_bytes) / static_cast<double>(bytes.size()));
    width = std::max(1, static_cast<int>(width * factor));
    height = std::max(1, static_cast<int>(height * factor));
  }
}

Result<Uploads> make_uploads(const std::vector<Picture>& pictures, const PaintMask& paint_mask,
                             const UploadRules& rules) {
  const bool is_png = paint_mask && rules.format == UploadFormat::Auto;
  const UploadFormat format = is_png ? UploadFormat::Png : rules.format;
  Uploads uploads;
  for (const Picture& picture : pictures) {
    auto upload =
        make_upload(*picture.bitmap, picture.width, picture.height, format, rules.max_bytes);
    if (!upload) return fail(std::move(upload.error()));
    uploads.pictures.push_back(std::move(*upload));
  }
  if (paint_mask && !uploads.pictures.empty())
    uploads.mask = make_mask(paint_mask(), uploads.pictures.front());
  return uploads;
}

}  // namespace wordbrush::edit
