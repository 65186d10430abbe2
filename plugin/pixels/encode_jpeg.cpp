// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
// jpeglib.h leaves it to others to declare FILE and size_t.
#include <cstdio>
//
#include <jpeglib.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <memory>
#include <vector>

#include "base/glib_ptr.h"
#include "pixels/encode.h"

namespace wordbrush::pixels {

namespace {

static_assert(max_jpeg_side == JPEG_MAX_DIMENSION);

[[noreturn]] void on_write_error(j_common_ptr codec) {
  char words[JMSG_LENGTH_MAX];
  codec->err->format_message(codec, words);
  g_error("libjpeg cannot write: %s", words);
}

std::uint8_t over_white(std::uint8_t value, std::uint8_t alpha) {
  return static_cast<std::uint8_t>(255 - ((255 - value) * alpha + 127) / 255);
}

void put_over_white(const std::uint8_t* from, std::vector<std::uint8_t>& to) {
  for (std::size_t at = 0; at < to.size(); at += Bitmap::channels) {
    const std::uint8_t alpha = from[at + 3];
    for (std::size_t channel = 0; channel < 3; ++channel)
      to[at + channel] = over_white(from[at + channel], alpha);
  }
}

void set_up(jpeg_compress_struct& codec, const Bitmap& bitmap, int quality) {
  codec.image_width = static_cast<JDIMENSION>(bitmap.width());
  codec.image_height = static_cast<JDIMENSION>(bitmap.height());
  codec.input_components = Bitmap::channels;
  codec.in_color_space = JCS_EXT_RGBX;
  jpeg_set_defaults(&codec);
  jpeg_set_quality(&codec, std::clamp(quality, 1, 100), TRUE);
  // The first component is the brightness, which libjpeg samples 2 x 2 by default.
  codec.comp_info[0].h_samp_factor = 1;
  codec.comp_info[0].v_samp_factor = 1;
}

void write_rows(jpeg_compress_struct& codec, const Bitmap& bitmap) {
  const bool opaque = is_opaque(bitmap);
  std::vector<std::uint8_t> composite(opaque ? 0 : bitmap.stride());
  for (int y = 0; y < bitmap.height(); ++y) {
    if (!opaque) put_over_white(bitmap.row(y), composite);
    // libjpeg takes rows that it could change, and does not.
    JSAMPROW row = opaque ? const_cast<JSAMPROW>(bitmap.row(y)) : composite.data();
    jpeg_write_scanlines(&codec, &row, 1);
  }
}

}  // namespace

Bytes encode_jpeg(const Bitmap& bitmap, int quality) {
  assert(!bitmap.empty());
  assert(std::max(bitmap.width(), bitmap.height()) <= max_jpeg_side);
  jpeg_error_mgr errors;
  jpeg_compress_struct codec;
  codec.err = jpeg_std_error(&errors);
  errors.error_exit = on_write_error;
  jpeg_create_compress(&codec);
  unsigned char* file = nullptr;
  unsigned long file_bytes = 0;
  jpeg_mem_dest(&codec, &file, &file_bytes);

  set_up(codec, bitmap, quality);
  jpeg_start_compress(&codec, TRUE);
  write_rows(codec, bitmap);
  jpeg_finish_compress(&codec);
  jpeg_destroy_compress(&codec);
  const std::unique_ptr<unsigned char, FreeWith<std::free>> owned(file);
  return {file, file + file_bytes};
}

}  // namespace wordbrush::pixels
