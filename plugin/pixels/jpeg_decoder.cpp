// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/jpeg_decoder.h"

#include <glib.h>
// jpeglib.h leaves it to others to declare FILE and size_t, and defines what the
// numbers of jerror.h hang on: the order matters.
#include <cstdio>
//
#include <jpeglib.h>
//
#include <jerror.h>

#include <csetjmp>

#include "pixels/decode_failure.h"

namespace wordbrush::pixels {

namespace {

/// A progressive file has about ten scans. Each costs a walk over the whole picture,
/// and takes a few bytes to ask for.
constexpr int max_scans = 100;

/// libjpeg's decoder with what its callbacks need; they find it by client_data.
struct Codec {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg_source_mgr source{};
  jpeg_progress_mgr progress{};
  std::jmp_buf escape{};
  Flaw flaw = Flaw::Damaged;
};

Codec& codec_of(j_common_ptr jpeg) {
  return *static_cast<Codec*>(jpeg->client_data);
}

void note(j_common_ptr jpeg) {
  char words[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, words);
  g_debug("libjpeg: %s", words);
}

[[noreturn]] void on_read_error(j_common_ptr jpeg) {
  note(jpeg);
  std::longjmp(codec_of(jpeg).escape, 1);
}

/// libjpeg goes on after these with gray or wrong pixels; for us they are errors.
bool spoils_pixels(int warning) {
  return warning == JWRN_HIT_MARKER || warning == JWRN_HUFF_BAD_CODE ||
         warning == JWRN_ARITH_BAD_CODE || warning == JWRN_MUST_RESYNC;
}

void on_message(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  if (spoils_pixels(jpeg->err->msg_code)) on_read_error(jpeg);
  note(jpeg);
}

void on_progress(j_common_ptr jpeg) {
  if (codec_of(jpeg).jpeg.input_scan_number > max_scans) on_read_error(jpeg);
}

void do_nothing(j_decompress_ptr) {}

/// The whole file was given at the start: to be asked for more is to be at its end.
boolean fill_from_nothing(j_decompress_ptr jpeg) {
  auto* common = reinterpret_cast<j_common_ptr>(jpeg);
  codec_of(common).flaw = Flaw::Truncated;
  jpeg->err->msg_code = JERR_INPUT_EOF;
  on_read_error(common);
}

void skip(j_decompress_ptr jpeg, long count) {
  if (count <= 0) return;
  const auto skipped = static_cast<std::size_t>(count);
  if (skipped > jpeg->src->bytes_in_buffer) fill_from_nothing(jpeg);
  jpeg->src->next_input_byte += skipped;
  jpeg->src->bytes_in_buffer -= skipped;
}

/// What multiplying the ink by the black gives, in place: {C, M, Y, K} with 255 for
/// no ink becomes {R, G, B, 255}.
void to_rgba(std::span<std::uint8_t> inks, std::uint8_t no_ink) {
  const auto light = [no_ink](std::uint8_t ink) { return no_ink == 255 ? ink : 255 - ink; };
  for (std::size_t at = 0; at < inks.size(); at += Bitmap::channels) {
    const int black = light(inks[at + 3]);
    for (std::size_t channel = 0; channel < 3; ++channel)
      inks[at + channel] =
          static_cast<std::uint8_t>((light(inks[at + channel]) * black + 127) / 255);
    inks[at + 3] = 255;
  }
}

/// Each member function that can fail has a setjmp, into which on_read_error jumps; so
/// between it and the jump nothing may have a destructor.
class JpegReader {
 public:
  JpegReader() = default;
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
  ~JpegReader() { jpeg_destroy_decompress(&codec_.jpeg); }

  bool read_header(ByteView file);
  /// Into a bitmap of just the header's size.
  bool read_pixels(Bitmap& bitmap);

  std::uint32_t width() const { return codec_.jpeg.image_width; }
  std::uint32_t height() const { return codec_.jpeg.image_height; }
  Flaw flaw() const { return codec_.flaw; }

 private:
  void connect(ByteView file);

  Codec codec_;
};

void JpegReader::connect(ByteView file) {
  codec_.source.next_input_byte = file.data();
  codec_.source.bytes_in_buffer = file.size();
  codec_.source.init_source = do_nothing;
  codec_.source.fill_input_buffer = fill_from_nothing;
  codec_.source.skip_input_data = skip;
  codec_.source.resync_to_restart = jpeg_resync_to_restart;
  codec_.source.term_source = do_nothing;
  codec_.progress.progress_monitor = on_progress;
  codec_.jpeg.src = &codec_.source;
  codec_.jpeg.progress = &codec_.progress;
}

bool JpegReader::read_header(ByteView file) {
  codec_.jpeg.err = jpeg_std_error(&codec_.errors);
  codec_.errors.error_exit = on_read_error;
  codec_.errors.emit_message = on_message;
  codec_.jpeg.client_data = &codec_;
  if (setjmp(codec_.escape)) return false;
  jpeg_create_decompress(&codec_.jpeg);
  connect(file);
  jpeg_read_header(&codec_.jpeg, TRUE);
  return true;
}

bool JpegReader::read_pixels(Bitmap& bitmap) {
  if (setjmp(codec_.escape)) return false;
  auto& jpeg = codec_.jpeg;
  // libjpeg has no way from CMYK to RGB; it undoes YCCK.
  const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
  jpeg.out_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
  jpeg_start_decompress(&jpeg);
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = bitmap.row(static_cast<int>(jpeg.output_scanline));
    jpeg_read_scanlines(&jpeg, &row, 1);
    // Adobe's programs, and those after their model, store inks inverted.
    if (inks) to_rgba({row, bitmap.stride()}, jpeg.saw_Adobe_marker ? 255 : 0);
  }
  jpeg_finish_decompress(&jpeg);
  return true;
}

}  // namespace

Result<Bitmap> decode_jpeg(ByteView file, const DecodeLimits& limits) {
  JpegReader reader;
  if (!reader.read_header(file)) return fail_flawed(reader.flaw());
  if (auto error = check_size(reader.width(), reader.height(), limits))
    return fail(std::move(*error));
  Bitmap bitmap(static_cast<int>(reader.width()), static_cast<int>(reader.height()));
  if (!reader.read_pixels(bitmap)) return fail_flawed(reader.flaw());
  return bitmap;
}

}  // namespace wordbrush::pixels
