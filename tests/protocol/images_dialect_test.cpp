// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "protocol/dialect_requests.h"
#include "protocol/image_size.h"

namespace wordbrush::protocol {
namespace {

using test::picture;

HttpCall asked(const PictureRequest& request) {
  return test::asked("images", "https://host", request);
}

// --- Without pictures ---

struct GenerationCase {
  const char* name;
  PictureRequest request;
  const char* body;
};

void PrintTo(const GenerationCase& c, std::ostream* os) {
  *os << c.name;
}

const GenerationCase generation_cases[] = {
    {"Whole",
     {.model = "gpt-image-1", .prompt = "a \"red\" sky", .stream = false},
     R"({"model":"gpt-image-1","prompt":"a \"red\" sky"})"},
    {"Streamed", {.model = "m", .prompt = "p"}, R"({"model":"m","prompt":"p","stream":true})"},
    {"Size",
     {.model = "gpt-image-1",
      .prompt = "p",
      .stream = false,
      .aspect_ratio = "16:9",
      .size_fields = SizeFields::Flat},
     R"({"model":"gpt-image-1","prompt":"p","size":"1536x1024"})"},
    {"SizeInThePrompt",
     {.model = "m", .prompt = "p", .stream = false, .aspect_ratio = "16:9"},
     R"({"model":"m","prompt":"p\n\nAspect ratio: 16:9."})"},
    {"NoMaskWithoutAPicture",
     {.model = "m", .prompt = "p", .stream = false, .mask = picture("image/png", {1})},
     R"({"model":"m","prompt":"p"})"},
};

class GenerationBodyTest : public testing::TestWithParam<GenerationCase> {};

TEST_P(GenerationBodyTest, IsWrittenExactly) {
  const HttpCall call = asked(GetParam().request);
  EXPECT_EQ(call.body.content_type, "application/json");
  EXPECT_EQ(to_text(call.body), GetParam().body);
}

INSTANTIATE_TEST_SUITE_P(Requests, GenerationBodyTest, testing::ValuesIn(generation_cases),
                         [](const auto& test) { return std::string(test.param.name); });

// --- With pictures ---

/// The form with "B" for its boundary and LF for its line ends.
std::string form_of(const HttpCall& call) {
  constexpr std::string_view start = "multipart/form-data; boundary=";
  EXPECT_TRUE(call.body.content_type.starts_with(start)) << call.body.content_type;
  const std::string boundary = call.body.content_type.substr(start.size());
  std::string text = to_text(call.body);
  EXPECT_EQ(call.body.size(), text.size());
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  };
  replace(boundary, "B");
  replace("\r\n", "\n");
  return text;
}

TEST(EditFormTest, HoldsOnePictureAsItIs) {
  const HttpCall call = asked({.model = "gpt-image-1",
                               .prompt = "a\nb",
                               .images = {picture("image/jpeg", {0xFF, 0, '\n', 'x'})},
                               .stream = false});
  EXPECT_EQ(form_of(call),
            "--B\nContent-Disposition: form-data; name=\"model\"\n\ngpt-image-1\n"
            "--B\nContent-Disposition: form-data; name=\"prompt\"\n\na\nb\n"
            "--B\nContent-Disposition: form-data; name=\"image\"; "
            "filename=\"picture-1.jpeg\"\nContent-Type: image/jpeg\n\n\xFF" +
                std::string(1, '\0') + "\nx\n--B--\n");
}

TEST(EditFormTest, HoldsSeveralPicturesSizeStreamAndMask) {
  const HttpCall call =
      asked({.model = "m",
             .prompt = "p",
             .images = {picture("image/png", {'1'}), picture("image/webp", {'2'})},
             .aspect_ratio = "1:1",
             .size_fields = SizeFields::Flat,
             .mask = picture("image/png", {'3'})});
  EXPECT_EQ(form_of(call),
            "--B\nContent-Disposition: form-data; name=\"model\"\n\nm\n"
            "--B\nContent-Disposition: form-data; name=\"prompt\"\n\np\n"
            "--B\nContent-Disposition: form-data; name=\"size\"\n\n1024x1024\n"
            "--B\nContent-Disposition: form-data; name=\"stream\"\n\ntrue\n"
            "--B\nContent-Disposition: form-data; name=\"image[]\"; "
            "filename=\"picture-1.png\"\nContent-Type: image/png\n\n1\n"
            "--B\nContent-Disposition: form-data; name=\"image[]\"; "
            "filename=\"picture-2.webp\"\nContent-Type: image/webp\n\n2\n"
            "--B\nContent-Disposition: form-data; name=\"mask\"; "
            "filename=\"mask.png\"\nContent-Type: image/png\n\n3\n"
            "--B--\n");
}

TEST(EditFormTest, SharesThePicturesBytes) {
  const ImagePart image = picture("image/png", {1, 2, 3});
  const HttpCall call = asked({.images = {image}});
  EXPECT_EQ(image.bytes.use_count(), 2);
}

TEST(EditFormTest, HasABoundaryOfItsOwn) {
  const PictureRequest request{.images = {picture("image/png", {1})}};
  EXPECT_NE(asked(request).body.content_type, asked(request).body.content_type);
}

// --- Sizes ---

struct SizeCase {
  const char* name;
  const char* model;
  const char* ratio;
  const char* size;
  const char* expected;
};

void PrintTo(const SizeCase& c, std::ostream* os) {
  *os << c.model << " " << c.ratio << " " << c.size;
}

const SizeCase size_cases[] = {
    {"NothingAsked", "gpt-image-1", "", "", ""},
    {"Square", "gpt-image-1", "1:1", "", "1024x1024"},
    {"Wide", "gpt-image-1", "21:9", "", "1536x1024"},
    {"High", "gpt-image-1.5", "9:16", "4K", "1024x1536"},
    {"NearlySquare", "gpt-image-1-mini", "5:4", "", "1536x1024"},
    {"NearerToSquare", "gpt-image-1", "6:5", "", "1024x1024"},
    {"WithoutARatio", "gpt-image-1", "", "2K", "auto"},
    {"NoRatio", "gpt-image-1", "cinema", "", "auto"},
    {"ZeroRatio", "gpt-image-1", "0:1", "", "auto"},
    {"HugeRatio", "gpt-image-1", "1e999:1", "", "auto"},
    {"AsItIs", "seedream", "1:1", "2048x1024", "2048x1024"},
    {"OtherModel", "flux-kontext-pro", "16:9", "", "1536x1024"},
    {"DallE3", "dall-e-3", "16:9", "", "1792x1024"},
    {"DallE2", "dall-e-2", "16:9", "", "1024x1024"},
    {"FreeSquare", "gpt-image-2", "1:1", "", "1024x1024"},
    {"FreeWide", "gpt-image-2", "16:9", "", "1360x768"},
    {"FreeAtALowerCaseSize", "openai/GPT-Image-2", "1:1", "2k", "2048x2048"},
    {"FreeLargest", "gpt-image-2.5", "16:9", "4K", "3840x2160"},
    {"FreeLargestSquare", "gpt-image-2", "1:1", "4K", "2880x2880"},
    {"FreeSmallest", "gpt-image-2", "1:1", "512", "816x816"},
    {"FreeUpToThreeToOne", "gpt-image-2", "8:1", "", "1776x592"},
    {"FreeDownToOneToThree", "gpt-image-2", "1:8", "", "592x1776"},
};

class ImageSizeTest : public testing::TestWithParam<SizeCase> {};

TEST_P(ImageSizeTest, IsTheModelsNearest) {
  const SizeCase& c = GetParam();
  EXPECT_EQ(nearest_image_size(c.model, c.ratio, c.size), c.expected);
}

INSTANTIATE_TEST_SUITE_P(Sizes, ImageSizeTest, testing::ValuesIn(size_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(FreeSizeTest, IsLegalForEveryRatio) {
  for (const char* const size : {"512", "1K", "2K", "4K"}) {
    for (int width = 1; width <= 40; ++width) {
      const std::string ratio = std::to_string(width) + ":10";
      const std::string found = nearest_image_size("gpt-image-2", ratio, size);
      int w = 0;
      int h = 0;
      ASSERT_EQ(std::sscanf(found.c_str(), "%dx%d", &w, &h), 2) << found;
      EXPECT_TRUE(w % 16 == 0 && h % 16 == 0) << found;
      EXPECT_TRUE(w * h >= 655'360 && w * h <= 8'294'400) << found;
      EXPECT_TRUE(w <= 3840 && h <= 3840 && w <= 3 * h && h <= 3 * w) << found;
    }
  }
}

}  // namespace
}  // namespace wordbrush::protocol
