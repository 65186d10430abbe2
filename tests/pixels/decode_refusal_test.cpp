// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <string_view>
#include <tuple>

#include "pixels/decode.h"
#include "pixels/encode.h"
#include "pixels/pixel.h"

namespace wordbrush::pixels {
namespace {

using test::picture;
using test::pixel;

constexpr const char* damaged = "The picture is damaged and cannot be read.";
constexpr const char* truncated = "The picture is damaged: it stops before its end.";

struct BadCase {
  const char* file;
  const char* sentence;
};

void PrintTo(const BadCase& tested, std::ostream* out) {
  *out << tested.file;
}

const BadCase bad_files[] = {
    {"bad-size-60000.png", "The picture is 60000 x 60000 pixels, which is more than can be read."},
    {"bad-size-2147483647.png",
     "The picture is 2147483647 x 2147483647 pixels, which is more than can be read."},
    {"bad-size-12000.png", "The picture is 12000 x 12000 pixels, which is more than can be read."},
    {"bad-size-65500.jpg", "The picture is 65500 x 65500 pixels, which is more than can be read."},
    {"bad-size-0.png", damaged},
    {"bad-size-0.jpg", damaged},
    {"bad-more-rows.png", damaged},
    {"bad-more-rows.jpg", damaged},
    {"bad-crc.png", damaged},
    {"bad-palette.png", damaged},
    {"bad-early-end.jpg", damaged},
    {"bad-codes.jpg", damaged},
    {"bad-restart.jpg", damaged},
    {"bad-many-scans.jpg", damaged},
    {"bad-animated.webp", "The picture is animated, and only still ones can be read."},
    {"bad-type.gif",
     "The picture is of the type GIF, which cannot be read. PNG, JPEG and WebP can."},
};

class DecodeBadFileTest : public testing::TestWithParam<BadCase> {};

TEST_P(DecodeBadFileTest, IsRefusedWithASentence) {
  const auto decoded = decode(picture(GetParam().file));
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().kind, ErrorKind::BadImage);
  EXPECT_EQ(decoded.error().detail, GetParam().sentence);
}

INSTANTIATE_TEST_SUITE_P(Files, DecodeBadFileTest, testing::ValuesIn(bad_files));

struct TextCase {
  std::string_view text;
  std::string_view sentence;
};

TEST(DecodeRefusalTest, RefusesWhatIsNoPicture) {
  const TextCase texts[] = {
      {"", "The picture is empty."},
      {"<html><body>502 Bad Gateway</body></html>", "What came is a web page and not a picture."},
      {"no picture today", "What came is not a picture that can be read. PNG, JPEG and WebP can."},
      {"<svg/>", "The picture is of the type SVG, which cannot be read. PNG, JPEG and WebP can."},
      {{"\0\0\0\x18"
        "ftypavif\0\0\0\0mif1avif",
        24},
       "The picture is of the type AVIF, which cannot be read. PNG, JPEG and WebP can."},
      {{"\0\0\0\x18"
        "ftypheic\0\0\0\0mif1heic",
        24},
       "The picture is of the type HEIC, which cannot be read. PNG, JPEG and WebP can."},
      {"\x89PNG\r\n\x1A\n", truncated},
      {"\xFF\xD8\xFF", truncated},
      {{"RIFF\x10\0\0\0WEBP", 12}, truncated},
      {{"RIFF\x10\0\0\0WEBPnone\x04\0\0\0....", 24}, damaged},
  };
  for (const auto& [text, sentence] : texts) {
    const auto decoded =
        decode(ByteView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    ASSERT_FALSE(decoded) << text;
    EXPECT_EQ(decoded.error().kind, ErrorKind::BadImage) << text;
    EXPECT_EQ(decoded.error().detail, sentence);
  }
}

TEST(DecodeRefusalTest, SaysThatAFileStopsBeforeItsEnd) {
  for (const char* name : {"rgb8.png", "rgb16-interlaced.png", "gray.jpg", "progressive.jpg",
                           "lossy.webp", "lossless-alpha.webp"}) {
    const Bytes file = picture(name);
    const std::size_t half = file.size() / 2;
    for (const std::size_t length : {half, file.size() - 20}) {
      const auto cut = decode(ByteView(file).first(length));
      ASSERT_FALSE(cut) << name << " cut at " << length;
      EXPECT_EQ(cut.error().detail, truncated) << name;
    }
  }
}

TEST(DecodeRefusalTest, SaysThatAFileStopsInWhatIsSkipped) {
  constexpr std::size_t in_the_comment = 30;
  const Bytes file = picture("ycc420.jpg");
  const auto cut = decode(ByteView(file).first(in_the_comment));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().detail, truncated);
}

TEST(DecodeRefusalTest, LimitsEachSide) {
  for (const auto& [name, bitmap_width, bitmap_height] :
       {std::tuple{"wide", 9, 2}, std::tuple{"tall", 2, 9}}) {
    const Bytes file = encode_png(
        test::paint(bitmap_width, bitmap_height, [](int x, int y) { return pixel(x, y, 0); }));
    EXPECT_TRUE(decode(file, {.max_side = 9})) << name;
    EXPECT_FALSE(decode(file, {.max_side = 8})) << name;
  }
}

TEST(DecodeRefusalTest, TakesNoMemoryForTexts) {
  constexpr std::ptrdiff_t first_chunk = 8 + 12 + 13;
  constexpr int copies = 60;
  const Bytes once = picture("long-text.png");
  const auto text = once.begin() + first_chunk;
  const auto text_end = text + (std::ssize(once) - std::ssize(picture("rgb8.png")));
  Bytes file(once.begin(), text);
  for (int copy = 0; copy < copies; ++copy) file.insert(file.end(), text, text_end);
  file.insert(file.end(), text_end, once.end());

  const auto most_kilobytes = [] {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
  };
  const long before = most_kilobytes();
  EXPECT_TRUE(decode(file));
  EXPECT_LT(most_kilobytes() - before, 100'000);
}

}  // namespace
}  // namespace wordbrush::pixels
