// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/decode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "pixels/pixel.h"

namespace wordbrush::pixels {
namespace {

using test::picture;
using test::Pixel;
using test::pixel;

constexpr int file_width = 9, file_height = 7;

// What the files show: the functions of the same names in tests/data/pictures/make.py.
Pixel color(int x, int y) {
  return pixel(x * 28, y * 40, (x + y) * 16);
}
int gray(int x, int y) {
  return x * 25 + y * 8;
}
int alpha(int x, int y) {
  return 255 - (x * 20 + y * 10);
}
Pixel gray_pixel(int x, int y) {
  return pixel(gray(x, y), gray(x, y), gray(x, y));
}
Pixel faded_gray(int x, int y) {
  return pixel(gray(x, y), gray(x, y), gray(x, y), alpha(x, y));
}
Pixel faded_color(int x, int y) {
  Pixel faded = color(x, y);
  faded[3] = static_cast<std::uint8_t>(alpha(x, y));
  return faded;
}
template <int Count>
Pixel gray_step(int x, int y) {
  const int value = (x + y) % Count * 255 / (Count - 1);
  return pixel(value, value, value);
}
template <int Count>
Pixel palette_step(int x, int y) {
  const int index = (x + y) % Count;
  return pixel(index * 255 / (Count - 1), 10 + index, 200 - index);
}
Pixel faded_palette(int x, int y) {
  Pixel faded = palette_step<16>(x, y);
  const int index = (x + y) % 16;
  if (index < 3) faded[3] = static_cast<std::uint8_t>(index * 100);
  return faded;
}
Pixel keyed_gray(int x, int y) {
  const int index = (x + y) % 16;
  return pixel(index, index, index, index == 5 ? 0 : 255);
}
Pixel keyed_color(int x, int y) {
  Pixel keyed = color(x, y);
  if (x == 2 && y == 3) keyed[3] = 0;
  return keyed;
}
Pixel inked(int x, int y) {
  const int black = 255 - (x + y) * 8;
  return pixel((255 - x * 28) * black / 255, (255 - y * 40) * black / 255, black);
}
Pixel flat(int, int) {
  return pixel(200, 100, 50);
}
Pixel faded_flat(int x, int y) {
  return pixel(200, 100, 50, alpha(x, y));
}

struct PictureCase {
  const char* file;
  Pixel (*shows)(int x, int y);
  /// Of a color value. Alpha is never lossy.
  int tolerance = 0;
};

void PrintTo(const PictureCase& tested, std::ostream* out) {
  *out << tested.file;
}

const PictureCase pictures[] = {
    {"gray1.png", gray_step<2>},
    {"gray2.png", gray_step<4>},
    {"gray4.png", gray_step<16>},
    {"gray8.png", gray_pixel},
    {"gray16.png", gray_pixel},
    {"gray-alpha8.png", faded_gray},
    {"gray-alpha16.png", faded_gray},
    {"rgb8.png", color},
    {"rgb16.png", color},
    {"rgba8.png", faded_color},
    {"rgba16.png", faded_color},
    {"palette1.png", palette_step<2>},
    {"palette2.png", palette_step<4>},
    {"palette4.png", palette_step<16>},
    {"palette8.png", palette_step<16>},
    {"palette8-alpha.png", faded_palette},
    {"gray8-key.png", keyed_gray},
    {"rgb8-key.png", keyed_color},
    {"rgb8-tagged.png", color},
    {"gray1-interlaced.png", gray_step<2>},
    {"gray2-interlaced.png", gray_step<4>},
    {"gray4-interlaced.png", gray_step<16>},
    {"gray8-interlaced.png", gray_pixel},
    {"gray16-interlaced.png", gray_pixel},
    {"gray-alpha8-interlaced.png", faded_gray},
    {"gray-alpha16-interlaced.png", faded_gray},
    {"rgb8-interlaced.png", color},
    {"rgb16-interlaced.png", color},
    {"rgba8-interlaced.png", faded_color},
    {"rgba16-interlaced.png", faded_color},
    {"palette8-interlaced.png", palette_step<16>},
    {"gray.jpg", gray_pixel, 3},
    {"ycc444.jpg", color, 6},
    {"ycc420.jpg", flat, 2},
    {"progressive.jpg", color, 6},
    {"restarts.jpg", color, 6},
    {"rgb.jpg", color, 4},
    {"cmyk-adobe.jpg", inked, 4},
    {"ycck.jpg", color, 6},
    {"lossless.webp", color},
    {"lossless-alpha.webp", faded_color},
    {"lossy.webp", flat, 4},
    {"lossy-alpha.webp", faded_flat, 4},
};

class DecodePictureTest : public testing::TestWithParam<PictureCase> {};

TEST_P(DecodePictureTest, GivesThePixelsThatTheFileShows) {
  const auto& [file, shows, tolerance] = GetParam();
  const auto decoded = decode(picture(file));
  ASSERT_TRUE(decoded) << decoded.error().detail;
  ASSERT_EQ((*decoded).width(), file_width);
  ASSERT_EQ((*decoded).height(), file_height);
  for (int y = 0; y < file_height; ++y) {
    for (int x = 0; x < file_width; ++x) {
      const Pixel found = test::pixel_at(*decoded, x, y);
      const Pixel wanted = shows(x, y);
      EXPECT_LE(test::max_difference(found, wanted), tolerance)
          << x << "," << y << " is " << testing::PrintToString(found) << ", should be "
          << testing::PrintToString(wanted);
      EXPECT_EQ(found[3], wanted[3]) << x << "," << y;
    }
  }
}

TEST_P(DecodePictureTest, GivesAllOrNothingOfAFileThatIsCut) {
  const Bytes file = picture(GetParam().file);
  const auto whole = decode(file);
  ASSERT_TRUE(whole);
  for (std::size_t length = 0; length < file.size(); ++length) {
    const auto cut = decode(ByteView(file).first(length));
    if (cut) {
      EXPECT_TRUE(test::same(*cut, *whole)) << "cut at " << length;
    } else {
      EXPECT_EQ(cut.error().kind, ErrorKind::BadImage) << "cut at " << length;
    }
  }
}

TEST_P(DecodePictureTest, DoesNotMindWhatFollowsTheFile) {
  Bytes file = picture(GetParam().file);
  file.insert(file.end(), 40, 'x');
  EXPECT_TRUE(decode(file));
}

TEST_P(DecodePictureTest, KeepsToTheLimits) {
  const Bytes file = picture(GetParam().file);
  EXPECT_TRUE(decode(
      file, {.max_side = file_width, .max_pixels = std::uint64_t{file_width} * file_height}));
  EXPECT_FALSE(decode(file, {.max_side = file_width - 1}));
  EXPECT_FALSE(decode(file, {.max_pixels = std::uint64_t{file_width} * file_height - 1}));
}

INSTANTIATE_TEST_SUITE_P(Files, DecodePictureTest, testing::ValuesIn(pictures),
                         [](const auto& tested) {
                           std::string name = tested.param.file;
                           std::ranges::replace_if(
                               name, [](char letter) { return letter == '-' || letter == '.'; },
                               '_');
                           return name;
                         });

TEST(DecodeTest, NeedsTheEndMarkOfPngAndJpeg) {
  for (const auto& tested : pictures) {
    const Bytes file = picture(tested.file);
    if (std::string_view(tested.file).ends_with(".webp")) continue;
    EXPECT_FALSE(decode(ByteView(file).first(file.size() - 1))) << tested.file;
  }
}

TEST(DecodeTest, TakesInksWithoutAdobesMarkAsTheyAre) {
  const auto adobe = decode(picture("cmyk-adobe.jpg"));
  const auto bare = decode(picture("cmyk-bare.jpg"));
  ASSERT_TRUE(adobe && bare);
  // The same bytes: what is white by one reading is full of black ink by the other.
  EXPECT_LE(test::max_difference(test::pixel_at(*adobe, 0, 0), pixel(255, 255, 255)), 4);
  EXPECT_LE(test::max_difference(test::pixel_at(*bare, 0, 0), pixel(0, 0, 0)), 4);
}

}  // namespace
}  // namespace wordbrush::pixels
