// SPDX-License-Identifier: GPL-3.0-or-later
// jpeglib.h needs FILE.
#include <cstdio>

#include <glib.h>
#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "base/glib_ptr.h"

/// Prints, as JSON in milliseconds, the least that each stage of an edit can take: the
/// same bytes through libjpeg or libpng, through base64, and through one memcpy.
///
///   bench-floors UPLOAD.(jpg|png) REPLY.png

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int channels = 4;
constexpr int jpeg_quality = 95;

struct Pixels {
  int width = 0;
  int height = 0;
  Bytes rgba;

  std::size_t stride() const { return static_cast<std::size_t>(width) * channels; }
};

Bytes read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  Bytes bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.empty()) g_error("%s cannot be read", path);
  return bytes;
}

Pixels decode_png(const Bytes& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0)
    g_error("%s", image.message);
  image.format = PNG_FORMAT_RGBA;
  Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  pixels.rgba.resize(std::size_t{4} * image.width * image.height);
  if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0)
    g_error("%s", image.message);
  return pixels;
}

Pixels decode_jpeg(const Bytes& jpeg) {
  jpeg_decompress_struct reader{};
  jpeg_error_mgr errors{};
  reader.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&reader);
  jpeg_mem_src(&reader, jpeg.data(), jpeg.size());
  jpeg_read_header(&reader, TRUE);
  reader.out_color_space = JCS_EXT_RGBA;
  jpeg_start_decompress(&reader);
  Pixels pixels{static_cast<int>(reader.output_width), static_cast<int>(reader.output_height), {}};
  pixels.rgba.resize(pixels.stride() * static_cast<std::size_t>(pixels.height));
  while (reader.output_scanline < reader.output_height) {
    JSAMPROW row = pixels.rgba.data() + pixels.stride() * reader.output_scanline;
    jpeg_read_scanlines(&reader, &row, 1);
  }
  jpeg_finish_decompress(&reader);
  jpeg_destroy_decompress(&reader);
  return pixels;
}

void encode_jpeg(const Pixels& pixels) {
  jpeg_compress_struct writer{};
  jpeg_error_mgr errors{};
  writer.err = jpeg_std_error(&errors);
  jpeg_create_compress(&writer);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&writer, &out, &size);
  writer.image_width = static_cast<JDIMENSION>(pixels.width);
  writer.image_height = static_cast<JDIMENSION>(pixels.height);
  writer.input_components = channels;
  writer.in_color_space = JCS_EXT_RGBX;
  jpeg_set_defaults(&writer);
  jpeg_set_quality(&writer, jpeg_quality, TRUE);
  for (int component = 0; component < writer.num_components; ++component)
    writer.comp_info[component].h_samp_factor = writer.comp_info[component].v_samp_factor = 1;
  jpeg_start_compress(&writer, TRUE);
  while (writer.next_scanline < writer.image_height) {
    // libjpeg only reads the row, but its type cannot say so.
    auto* row = const_cast<JSAMPROW>(pixels.rgba.data()) + pixels.stride() * writer.next_scanline;
    jpeg_write_scanlines(&writer, &row, 1);
  }
  jpeg_finish_compress(&writer);
  jpeg_destroy_compress(&writer);
  std::free(out);
}

void encode_png(const Pixels& pixels) {
  auto* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  auto* info = png_create_info_struct(png);
  Bytes out;
  png_set_write_fn(
      png, &out,
      [](png_structp writer, png_bytep bytes, std::size_t size) {
        auto& target = *static_cast<Bytes*>(png_get_io_ptr(writer));
        target.insert(target.end(), bytes, bytes + size);
      },
      nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(pixels.width),
               static_cast<png_uint_32>(pixels.height), 8, PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 1);
  png_set_compression_strategy(png, Z_RLE);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
  png_write_info(png, info);
  for (int y = 0; y < pixels.height; ++y)
    png_write_row(png, pixels.rgba.data() + pixels.stride() * static_cast<std::size_t>(y));
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
}

/// The best of several runs: a floor is what the machine can do when nothing disturbs it.
double best_ms(const std::function<void()>& work) {
  using Clock = std::chrono::steady_clock;
  constexpr int runs = 5;
  double best = 0;
  for (int run = 0; run < runs; ++run) {
    const auto start = Clock::now();
    work();
    const double taken = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    best = run == 0 ? taken : std::min(best, taken);
  }
  return best;
}

double copy_ms(const Bytes& bytes) {
  Bytes target(bytes.size());
  return best_ms([&] { std::memcpy(target.data(), bytes.data(), bytes.size()); });
}

double to_base64_ms(const Bytes& bytes) {
  return best_ms(
      [&] { const wordbrush::GCharPtr text(g_base64_encode(bytes.data(), bytes.size())); });
}

double from_base64_ms(const Bytes& bytes) {
  const wordbrush::GCharPtr text(g_base64_encode(bytes.data(), bytes.size()));
  return best_ms([&] {
    gsize size = 0;
    g_free(g_base64_decode(text.get(), &size));
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench-floors UPLOAD REPLY.png\n");
    return 2;
  }
  const Bytes upload = read_file(argv[1]);
  const Bytes reply = read_file(argv[2]);
  const bool jpeg = upload[0] == 0xff;
  const Pixels sent = jpeg ? decode_jpeg(upload) : decode_png(upload);
  const Pixels received = decode_png(reply);
  const double encode = best_ms([&] { jpeg ? encode_jpeg(sent) : encode_png(sent); });
  const double decode = best_ms([&] { decode_png(reply); });
  const double copy_received = copy_ms(received.rgba);
  std::printf(R"({"read": %.3f, "encode": %.3f, "send": %.3f, "receive": %.3f, "decode": %.3f, )"
              R"("fit": %.3f, "insert": %.3f})"
              "\n",
              copy_ms(sent.rgba), encode, to_base64_ms(upload) + copy_ms(upload),
              from_base64_ms(reply) + copy_ms(reply), decode, copy_received, copy_received);
  return 0;
}
