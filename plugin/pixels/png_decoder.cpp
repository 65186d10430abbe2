// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/png_decoder.h"

#include <glib.h>
#include <png.h>

#include <csetjmp>
#include <cstring>

#include "pixels/decode_failure.h"
#include "pixels/png_warning.h"

namespace wordbrush::pixels {

namespace {

struct Source {
  ByteView rest;
  Flaw flaw = Flaw::Damaged;
};

[[noreturn]] void on_read_error(png_structp png, png_const_charp words) {
  g_debug("libpng: %s", words);
  png_longjmp(png, 1);
}

void read_from_source(png_structp png, png_bytep to, png_size_t count) {
  auto* source = static_cast<Source*>(png_get_io_ptr(png));
  if (source->rest.size() < count) {
    source->flaw = Flaw::Truncated;
    png_error(png, "the file ends");
  }
  std::memcpy(to, source->rest.data(), count);
  source->rest = source->rest.subspan(count);
}

/// libpng's two structs. Each member function that can fail has a setjmp, into which
/// on_read_error jumps; so between it and the jump nothing may have a destructor.
class PngReader {
 public:
  explicit PngReader(ByteView file) : source_{file} {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, on_read_error, log_png_warning);
    info_ = png_ ? png_create_info_struct(png_) : nullptr;
    if (!info_) g_error("no memory to read a PNG file");
    png_set_read_fn(png_, &source_, read_from_source);
  }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
  ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }

  bool read_header();
  /// Into a bitmap of just the header's size.
  bool read_pixels(Bitmap& bitmap);

  std::uint32_t width() const { return png_get_image_width(png_, info_); }
  std::uint32_t height() const { return png_get_image_height(png_, info_); }
  Flaw flaw() const { return source_.flaw; }

 private:
  void ask_for_rgba();

  Source source_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
};

bool PngReader::read_header() {
  if (setjmp(png_jmpbuf(png_))) return false;
  // check_size() is the judge of the size, for the sake of its sentence.
  png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  // All but the pixels, the palette and its transparency: nothing else is used, and
  // compressed texts and profiles are one more way to fill the memory.
  png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
  png_read_info(png_, info_);
  return true;
}

void PngReader::ask_for_rgba() {
  png_set_expand(png_);
  png_set_scale_16(png_);
  png_set_gray_to_rgb(png_);
  png_set_add_alpha(png_, 255, PNG_FILLER_AFTER);
}

bool PngReader::read_pixels(Bitmap& bitmap) {
  if (setjmp(png_jmpbuf(png_))) return false;
  ask_for_rgba();
  const int passes = png_set_interlace_handling(png_);
  png_read_update_info(png_, info_);
  if (png_get_rowbytes(png_, info_) != bitmap.stride()) png_error(png_, "not RGBA");
  for (int pass = 0; pass < passes; ++pass)
    for (int y = 0; y < bitmap.height(); ++y) png_read_row(png_, bitmap.row(y), nullptr);
  png_read_end(png_, nullptr);
  return true;
}

}  // namespace

Result<Bitmap> decode_png(ByteView file, const DecodeLimits& limits) {
  PngReader reader(file);
  if (!reader.read_header()) return fail_flawed(reader.flaw());
  if (auto error = check_size(reader.width(), reader.height(), limits))
    return fail(std::move(*error));
  Bitmap bitmap(static_cast<int>(reader.width()), static_cast<int>(reader.height()));
  if (!reader.read_pixels(bitmap)) return fail_flawed(reader.flaw());
  return bitmap;
}

}  // namespace wordbrush::pixels
