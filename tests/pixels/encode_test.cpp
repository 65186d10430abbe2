// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/encode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "pixels/decode.h"
#include "pixels/pixel.h"

namespace wordbrush::pixels {
namespace {

using test::pixel;

enum class Alpha { Opaque, Mixed };

/// Noise: nothing about it helps the encoder.
Bitmap noise(int width, int height, Alpha alpha, std::mt19937& random) {
  Bitmap bitmap(width, height);
  std::ranges::generate(bitmap.bytes(), [&] { return static_cast<std::uint8_t>(random()); });
  if (alpha == Alpha::Opaque)
    for (std::size_t at = 3; at < bitmap.size(); at += 4) bitmap.bytes()[at] = 255;
  return bitmap;
}

const Bitmap& photograph() {
  static const Bitmap photo = [] {
    const auto path = std::filesystem::path(WORDBRUSH_SOURCE_DIR) / "data/photos/boats.jpg";
    auto decoded = decode(test::read_file(path));
    return decoded ? std::move(*decoded) : Bitmap();
  }();
  return photo;
}

void expect_exact_round_trip(const Bitmap& bitmap) {
  const auto decoded = decode(encode_png(bitmap), {.max_side = Bitmap::max_side});
  ASSERT_TRUE(decoded) << decoded.error().detail;
  EXPECT_TRUE(test::same(*decoded, bitmap)) << bitmap.width() << " x " << bitmap.height();
}

struct SizeCase {
  int width, height;
};

class EncodePngTest : public testing::TestWithParam<SizeCase> {};

TEST_P(EncodePngTest, KeepsEveryPixel) {
  const auto [width, height] = GetParam();
  std::mt19937 random(1);
  for (const Alpha alpha : {Alpha::Opaque, Alpha::Mixed})
    expect_exact_round_trip(noise(width, height, alpha, random));
}

INSTANTIATE_TEST_SUITE_P(Sizes, EncodePngTest,
                         testing::Values(SizeCase{1, 1}, SizeCase{1, 9}, SizeCase{3, 1},
                                         SizeCase{17, 5}, SizeCase{255, 257}, SizeCase{65535, 2},
                                         SizeCase{2, 65535}),
                         [](const auto& tested) {
                           return std::to_string(tested.param.width) + "x" +
                                  std::to_string(tested.param.height);
                         });

TEST(EncodePngPropertyTest, KeepsEveryPixelOfAnyBitmap) {
  std::mt19937 random(2);
  for (int run = 0; run < 200; ++run) {
    const int width = static_cast<int>(random() % 64) + 1;
    const int height = static_cast<int>(random() % 64) + 1;
    expect_exact_round_trip(noise(width, height, run % 2 ? Alpha::Mixed : Alpha::Opaque, random));
  }
}

TEST(EncodePngPropertyTest, KeepsTheColorsOfTransparentPixels) {
  expect_exact_round_trip(test::paint(8, 8, [](int x, int y) { return pixel(x, y, 200, 0); }));
}

TEST(EncodePngPropertyTest, KeepsAPhotographAtLessThanTwoThirdsOfItsBytes) {
  ASSERT_FALSE(photograph().empty());
  expect_exact_round_trip(photograph());
  EXPECT_LT(encode_png(photograph()).size(), photograph().size() / 4 * 3 * 2 / 3);
}

/// The kinds of a PNG's chunks, runs of IDAT as one.
std::vector<std::string> chunks_of(const Bytes& file) {
  std::vector<std::string> kinds;
  for (std::size_t at = 8; at + 12 <= file.size();) {
    const std::size_t length =
        std::accumulate(file.begin() + static_cast<std::ptrdiff_t>(at),
                        file.begin() + static_cast<std::ptrdiff_t>(at) + 4, std::size_t{0},
                        [](std::size_t sum, std::uint8_t byte) { return sum * 256 + byte; });
    const std::string kind(reinterpret_cast<const char*>(file.data()) + at + 4, 4);
    if (kinds.empty() || kinds.back() != kind) kinds.push_back(kind);
    at += 12 + length;
  }
  return kinds;
}

TEST(EncodePngFormatTest, SaysSrgbAndNothingElse) {
  constexpr std::size_t depth_at = 24, color_type_at = 25;
  std::mt19937 random(3);
  for (const Alpha alpha : {Alpha::Opaque, Alpha::Mixed}) {
    const Bytes file = encode_png(noise(300, 300, alpha, random));
    EXPECT_EQ(chunks_of(file), (std::vector<std::string>{"IHDR", "sRGB", "IDAT", "IEND"}));
    EXPECT_EQ(file[depth_at], 8);
    EXPECT_EQ(file[color_type_at], alpha == Alpha::Opaque ? 2 : 6);
  }
}

TEST(EncodePngFormatTest, PacksFlatAreas) {
  const Bitmap flat = test::paint(512, 512, [](int, int) { return pixel(10, 20, 30); });
  EXPECT_LT(encode_png(flat).size(), flat.size() / 50);
}

struct QualityCase {
  int quality;
  int max_error;
  double mean_error;
};

void PrintTo(const QualityCase& tested, std::ostream* out) {
  *out << "quality " << tested.quality;
}

class EncodeJpegTest : public testing::TestWithParam<QualityCase> {};

TEST_P(EncodeJpegTest, StaysNearAPhotograph) {
  const auto& [quality, max_error, mean_error] = GetParam();
  const Bitmap& photo = photograph();
  const auto decoded = decode(encode_jpeg(photo, quality));
  ASSERT_TRUE(decoded) << decoded.error().detail;
  ASSERT_EQ((*decoded).size(), photo.size());
  EXPECT_TRUE(is_opaque(*decoded));
  const std::size_t colors = photo.size() / 4 * 3;
  double sum = 0;
  for (std::size_t at = 0; at < photo.size(); ++at)
    sum += std::abs(photo.bytes()[at] - (*decoded).bytes()[at]);
  EXPECT_LE(test::max_difference(photo.bytes(), (*decoded).bytes()), max_error);
  EXPECT_LE(sum / static_cast<double>(colors), mean_error);
}

INSTANTIATE_TEST_SUITE_P(Qualities, EncodeJpegTest,
                         testing::Values(QualityCase{75, 64, 3.6}, QualityCase{95, 14, 0.8},
                                         QualityCase{100, 5, 0.15}),
                         [](const auto& tested) {
                           return "Q" + std::to_string(tested.param.quality);
                         });

TEST(EncodeJpegFormatTest, KeepsTheColorOfASinglePixelLine) {
  // With colors sampled by halves, a line of pure red in gray would be gone.
  const Bitmap line = test::paint(
      64, 64, [](int x, int) { return x == 31 ? pixel(255, 0, 0) : pixel(128, 128, 128); });
  const auto decoded = decode(encode_jpeg(line, 95));
  ASSERT_TRUE(decoded);
  EXPECT_LE(test::max_difference(test::pixel_at(*decoded, 31, 20), pixel(255, 0, 0)), 12);
  EXPECT_LE(test::max_difference(test::pixel_at(*decoded, 32, 20), pixel(128, 128, 128)), 12);
}

TEST(EncodeJpegFormatTest, ShowsWhiteBehindWhatIsTransparent) {
  const Bitmap bitmap = test::paint(48, 16, [](int x, int) {
    return x < 16 ? pixel(0, 0, 200, 0) : x < 32 ? pixel(0, 0, 200, 128) : pixel(0, 0, 200);
  });
  const auto decoded = decode(encode_jpeg(bitmap, 95));
  ASSERT_TRUE(decoded);
  EXPECT_LE(test::max_difference(test::pixel_at(*decoded, 8, 8), pixel(255, 255, 255)), 3);
  EXPECT_LE(test::max_difference(test::pixel_at(*decoded, 24, 8), pixel(127, 127, 227)), 3);
  EXPECT_LE(test::max_difference(test::pixel_at(*decoded, 40, 8), pixel(0, 0, 200)), 3);
}

TEST(EncodeJpegFormatTest, HasNoSegmentForMetadataButItsOwn) {
  const Bytes file = encode_jpeg(photograph(), 90);
  // SOI, then segments of a marker and a length, up to the scan.
  std::vector<int> markers;
  for (std::size_t at = 2; markers.empty() || markers.back() != 0xDA;) {
    ASSERT_EQ(file.at(at), 0xFF);
    markers.push_back(file.at(at + 1));
    at += 2 + file.at(at + 2) * std::size_t{256} + file.at(at + 3);
  }
  EXPECT_EQ(markers, (std::vector{0xE0, 0xDB, 0xDB, 0xC0, 0xC4, 0xC4, 0xC4, 0xC4, 0xDA}));
}

TEST(EncodeJpegFormatTest, HoldsTheQualityToItsRange) {
  const Bitmap bitmap = test::paint(32, 32, [](int x, int y) { return pixel(x * 8, y * 8, 99); });
  EXPECT_EQ(encode_jpeg(bitmap, -5), encode_jpeg(bitmap, 1));
  EXPECT_EQ(encode_jpeg(bitmap, 1000), encode_jpeg(bitmap, 100));
  EXPECT_LT(encode_jpeg(bitmap, 1).size(), encode_jpeg(bitmap, 100).size());
}

TEST(EncodeJpegFormatTest, TakesTheLongestSide) {
  const Bitmap strip = test::paint(max_jpeg_side, 1, [](int, int) { return pixel(9, 9, 9); });
  const auto decoded = decode(encode_jpeg(strip, 90), {.max_side = max_jpeg_side});
  ASSERT_TRUE(decoded);
  EXPECT_EQ((*decoded).width(), max_jpeg_side);
}

}  // namespace
}  // namespace wordbrush::pixels
