// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/upload.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "pixels/decode.h"

namespace wordbrush::edit {
namespace {

pixels::Bitmap noise(int width, int height, std::uint8_t alpha) {
  std::mt19937 random(7);
  pixels::Bitmap bitmap(width, height);
  for (std::uint8_t& byte : bitmap.bytes()) byte = static_cast<std::uint8_t>(random());
  for (std::size_t at = 3; at < bitmap.size(); at += 4) bitmap.bytes()[at] = alpha;
  return bitmap;
}

struct FormatCase {
  const char* name;
  UploadFormat format;
  std::uint8_t alpha;
  const char* expected;
};

void PrintTo(const FormatCase& c, std::ostream* os) {
  *os << c.name;
}

class UploadFormatTest : public testing::TestWithParam<FormatCase> {};

TEST_P(UploadFormatTest, FollowsTheTransparency) {
  const auto& c = GetParam();
  const auto upload = make_upload(noise(32, 16, c.alpha), 32, 16, c.format);
  ASSERT_TRUE(upload);
  EXPECT_EQ(upload->part.mime_type, c.expected);
  const auto decoded = pixels::decode(*upload->part.bytes);
  ASSERT_TRUE(decoded) << "the label must not lie";
  EXPECT_EQ(decoded->width(), 32);
  EXPECT_EQ(decoded->height(), 16);
}

INSTANTIATE_TEST_SUITE_P(
    Formats, UploadFormatTest,
    testing::Values(FormatCase{"AutoOpaque", UploadFormat::Auto, 255, "image/jpeg"},
                    FormatCase{"AutoAlpha", UploadFormat::Auto, 254, "image/png"},
                    FormatCase{"PngOpaque", UploadFormat::Png, 255, "image/png"},
                    FormatCase{"JpegAlpha", UploadFormat::Jpeg, 128, "image/jpeg"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(UploadTest, KeepsEveryPixelAsPng) {
  const auto bitmap = noise(33, 17, 200);
  const auto upload = make_upload(bitmap, 33, 17, UploadFormat::Png);
  ASSERT_TRUE(upload);
  EXPECT_TRUE(std::ranges::equal(pixels::decode(*upload->part.bytes)->bytes(), bitmap.bytes()));
}

TEST(UploadTest, SendsTheSizeAskedFor) {
  const auto upload = make_upload(noise(64, 32, 255), 32, 16, UploadFormat::Auto);
  ASSERT_TRUE(upload);
  EXPECT_EQ(upload->width, 32);
  EXPECT_EQ(pixels::decode(*upload->part.bytes)->height(), 16);
}

TEST(UploadTest, ShrinksWhatIsTooLargeToSend) {
  constexpr std::size_t limit = 100'000;
  const auto upload = make_upload(noise(512, 256, 128), 512, 256, UploadFormat::Auto, limit);
  ASSERT_TRUE(upload);
  EXPECT_LE(upload->part.bytes->size(), limit);
  EXPECT_LT(upload->width, 512);
  EXPECT_NEAR(static_cast<double>(upload->width) / upload->height, 2.0, 0.05);
}

std::vector<Picture> pictures_of(int width, int height, int sent_width, int sent_height) {
  return {
      {std::make_shared<const pixels::Bitmap>(noise(width, height, 255)), sent_width, sent_height}};
}

/// Alpha 0 in the left half.
pixels::Bitmap half_mask(int width, int height) {
  pixels::Bitmap mask(width, height);
  std::ranges::fill(mask.bytes(), std::uint8_t{255});
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width / 2; ++x) mask.row(y)[(4 * x) + 3] = 0;
  return mask;
}

TEST(MaskUploadTest, IsAPngOfThePicturesSizeBesideAPng) {
  const auto uploads =
      make_uploads(pictures_of(64, 32, 32, 16), [] { return half_mask(64, 32); }, {});
  ASSERT_TRUE(uploads);
  EXPECT_EQ(uploads->pictures.at(0).part.mime_type, "image/png");
  ASSERT_TRUE(uploads->mask);
  EXPECT_EQ(uploads->mask->mime_type, "image/png");
  const auto mask = pixels::decode(*uploads->mask->bytes);
  ASSERT_TRUE(mask);
  ASSERT_EQ(mask->width(), 32);
  ASSERT_EQ(mask->height(), 16);
  EXPECT_EQ(mask->row(8)[(4 * 4) + 3], 0);
  EXPECT_EQ(mask->row(8)[(4 * 28) + 3], 255);
}

TEST(MaskUploadTest, IsNotThereWhereNoneIsPainted) {
  const auto uploads = make_uploads(pictures_of(8, 8, 8, 8), nullptr, {});
  ASSERT_TRUE(uploads);
  EXPECT_FALSE(uploads->mask);
  EXPECT_EQ(uploads->pictures.at(0).part.mime_type, "image/jpeg");
}

TEST(MaskUploadTest, LeavesTheFormatToTheUser) {
  const auto uploads = make_uploads(pictures_of(8, 8, 8, 8), [] { return half_mask(8, 8); },
                                    {.format = UploadFormat::Jpeg});
  ASSERT_TRUE(uploads);
  EXPECT_TRUE(uploads->mask);
  EXPECT_EQ(uploads->pictures.at(0).part.mime_type, "image/jpeg");
}

TEST(UploadTest, SaysSoWhenItNeverFits) {
  const auto upload = make_upload(noise(512, 256, 128), 512, 256, UploadFormat::Png, 100);
  ASSERT_FALSE(upload);
  EXPECT_EQ(upload.error().kind, ErrorKind::Input);
}

}  // namespace
}  // namespace wordbrush::edit
