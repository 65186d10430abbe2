// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/picture_type.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wordbrush::pixels {
namespace {

using std::string_view_literals::operator""sv;

ByteView bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

struct HeadCase {
  const char* name;
  std::string_view head;
  const char* mime_type = "application/octet-stream";
  PictureType type = PictureType::Unknown;
  bool markup = false;
};

void PrintTo(const HeadCase& head, std::ostream* out) {
  *out << head.name;
}

const HeadCase heads[] = {
    {"Png", "\x89PNG\r\n\x1A\n"sv, "image/png", PictureType::Png},
    {"PngThroughATextMode", "\x89PNG\n\x1A\n\0\0"sv},
    {"Jpeg", "\xFF\xD8\xFF\xE0"sv, "image/jpeg", PictureType::Jpeg},
    {"JpegOfTwoBytes", "\xFF\xD8"sv},
    {"Webp", "RIFF\x10\0\0\0WEBPVP8 "sv, "image/webp", PictureType::Webp},
    {"RiffOfSound", "RIFF\x10\0\0\0WAVEfmt "sv},
    {"RiffCutShort", "RIFF\x10\0\0\0WEB"sv},
    {"Gif87", "GIF87a\x01\0"sv, "image/gif", PictureType::Gif},
    {"Gif89", "GIF89a\x01\0"sv, "image/gif", PictureType::Gif},
    {"Avif",
     "\0\0\0\x1C"
     "ftypavif\0\0\0\0avifmif1miaf"sv,
     "image/avif", PictureType::Avif},
    {"AvifByItsOtherBrand",
     "\0\0\0\x18"
     "ftypmif1\0\0\0\0mif1avif"sv,
     "image/avif", PictureType::Avif},
    {"Heic",
     "\0\0\0\x18"
     "ftypheic\0\0\0\0mif1heic"sv,
     "image/heic", PictureType::Heic},
    {"HeicSequence",
     "\0\0\0\x18"
     "ftyphevc\0\0\0\0mif1hevc"sv,
     "image/heic", PictureType::Heic},
    {"Video",
     "\0\0\0\x18"
     "ftypisom\0\0\0\0isommp42"sv},
    {"BrandBehindTheBox",
     "\0\0\0\x10"
     "ftypisom\0\0\0\0avif"sv},
    {"Svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"sv, "image/svg+xml", PictureType::Svg, true},
    {"SvgBehindItsDeclaration", "\xEF\xBB\xBF \n<?xml version='1.0'?>\n<!-- -->\n<svg/>"sv,
     "image/svg+xml", PictureType::Svg, true},
    {"WebPage", "\r\n<!DOCTYPE html><html></html>"sv, "application/octet-stream",
     PictureType::Unknown, true},
    {"TextThatNamesSvg", "there is no <svg here"sv},
    {"Blanks", " \n "sv},
    {"Nothing", ""sv},
};

class PictureTypeTest : public testing::TestWithParam<HeadCase> {};

TEST_P(PictureTypeTest, IsToldByTheFirstBytes) {
  const auto& head = GetParam();
  EXPECT_EQ(sniff(bytes_of(head.head)), head.type);
  EXPECT_STREQ(mime_type(sniff(bytes_of(head.head))), head.mime_type);
  EXPECT_EQ(is_markup(bytes_of(head.head)), head.markup);
}

INSTANTIATE_TEST_SUITE_P(Heads, PictureTypeTest, testing::ValuesIn(heads),
                         [](const auto& tested) { return tested.param.name; });

TEST(PictureTextTest, LooksForSvgOnlyAtTheHeadOfAText) {
  const std::string far = "<html>" + std::string(5000, ' ') + "<svg/>";
  EXPECT_EQ(sniff(bytes_of(far)), PictureType::Unknown);
}

}  // namespace
}  // namespace wordbrush::pixels
