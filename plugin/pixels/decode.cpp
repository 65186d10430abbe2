// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/decode.h"

#include <glib/gi18n.h>

#include "base/glib_ptr.h"
#include "pixels/jpeg_decoder.h"
#include "pixels/picture_type.h"
#include "pixels/png_decoder.h"
#include "pixels/webp_decoder.h"

namespace wordbrush::pixels {

namespace {

std::unexpected<Error> refuse_type(const char* name) {
  const GCharPtr sentence(g_strdup_printf(
      _("The picture is of the type %s, which cannot be read. PNG, JPEG and WebP can."), name));
  return fail(ErrorKind::BadImage, sentence.get());
}

std::unexpected<Error> refuse_unknown(ByteView file) {
  if (file.empty()) return fail(ErrorKind::BadImage, _("The picture is empty."));
  if (is_markup(file))
    return fail(ErrorKind::BadImage, _("What came is a web page and not a picture."));
  return fail(ErrorKind::BadImage,
              _("What came is not a picture that can be read. PNG, JPEG and WebP can."));
}

}  // namespace

Result<Bitmap> decode(ByteView file, const DecodeLimits& limits) {
  switch (sniff(file)) {
    case PictureType::Png:
      return decode_png(file, limits);
    case PictureType::Jpeg:
      return decode_jpeg(file, limits);
    case PictureType::Webp:
      return decode_webp(file, limits);
    case PictureType::Gif:
      return refuse_type("GIF");
    case PictureType::Avif:
      return refuse_type("AVIF");
    case PictureType::Heic:
      return refuse_type("HEIC");
    case PictureType::Svg:
      return refuse_type("SVG");
    case PictureType::Unknown:
      break;
  }
  return refuse_unknown(file);
}

}  // namespace wordbrush::pixels
