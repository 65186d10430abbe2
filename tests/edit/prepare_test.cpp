// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "edit/prepared.h"
#include "host/fake_canvas.h"

namespace wordbrush::edit {
namespace {

using host::Area;
using test::FakeCanvas;

const Request prepare_request{.prompt = "a red hat"};
const std::string unknown_model = "some-model";

pixels::Bitmap answer(int width, int height, std::uint8_t value) {
  pixels::Bitmap bitmap(width, height);
  std::ranges::fill(bitmap.bytes(), value);
  return bitmap;
}

std::string sent_prompt(const Request& asked, const Prepared& prepared) {
  return to_sent_prompt(asked, prepared.order, prepared.treatment.overview_words);
}

TEST(PrepareEditTest, SendsTheLayerWhereNothingIsSelected) {
  FakeCanvas canvas(80, 60);
  const auto prepared = prepare_edit(canvas, prepare_request, {}, unknown_model);
  ASSERT_TRUE(prepared);
  ASSERT_EQ(prepared->pictures.size(), 1u);
  EXPECT_EQ(prepared->pictures[0].width, 80);
  EXPECT_EQ(prepared->pictures[0].height, 60);
  EXPECT_EQ(prepared->frame, (Rect{0, 0, 80, 60}));
}

TEST(PrepareEditTest, SendsTheSelectionAndMasksTheAnswer) {
  FakeCanvas canvas(80, 60);
  canvas.select({10, 20, 30, 16}, 77);
  const auto prepared = prepare_edit(canvas, prepare_request, {}, unknown_model);
  ASSERT_TRUE(prepared);
  EXPECT_EQ(prepared->pictures[0].width, 30);
  const auto fitted = prepared->fit(answer(60, 32, 9));
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->place, (Rect{10, 20, 30, 16}));
  EXPECT_EQ(fitted->pixels.width(), 30);
  EXPECT_EQ(fitted->pixels.height(), 16);
  ASSERT_EQ(fitted->mask.values.size(), 30u * 16u);
  EXPECT_TRUE(std::ranges::all_of(fitted->mask.values, [](int value) { return value == 77; }));
}

/// The alpha of the mask's pixels, row by row.
std::vector<int> alphas(const pixels::Bitmap& mask) {
  std::vector<int> values;
  for (std::size_t at = 3; at < mask.size(); at += 4) values.push_back(mask.bytes()[at]);
  return values;
}

TEST(PrepareEditTest, PaintsWhatMayChangeForModelsThatTakeAMask) {
  FakeCanvas canvas(80, 60);
  canvas.select({10, 20, 30, 16}, 77);
  const auto prepared = prepare_edit(canvas, prepare_request, {.context = 0.1}, unknown_model);
  ASSERT_TRUE(prepared);
  ASSERT_TRUE(prepared->paint_mask);
  const Rect frame = prepared->frame;
  const auto mask = prepared->paint_mask();
  ASSERT_EQ((Rect{frame.x, frame.y, mask.width(), mask.height()}), frame);
  const Rect selected{10 - frame.x, 20 - frame.y, 30, 16};
  std::vector<int> expected;
  for (int y = 0; y < frame.height; ++y)
    for (int x = 0; x < frame.width; ++x)
      expected.push_back(x >= selected.x && x < selected.right() && y >= selected.y &&
                                 y < selected.bottom()
                             ? 0
                             : 255);
  EXPECT_EQ(alphas(mask), expected);
}

TEST(PrepareEditTest, MayChangeWhatItSpillsTo) {
  FakeCanvas canvas(80, 60);
  canvas.select({10, 20, 30, 16});
  const auto changeable = [&](int spill) {
    const auto prepared =
        prepare_edit(canvas, prepare_request, {.context = 0.1, .spill = spill}, unknown_model);
    return std::ranges::count(alphas(prepared.value().paint_mask()), 0);
  };
  EXPECT_EQ(changeable(0), 30 * 16);
  EXPECT_GT(changeable(4), 36 * 22);
  EXPECT_LE(changeable(4), 38 * 24);
}

TEST(PrepareEditTest, PaintsNoMaskWhereNothingIsSelected) {
  FakeCanvas canvas(80, 60);
  EXPECT_FALSE(prepare_edit(canvas, prepare_request, {}, unknown_model).value().paint_mask);
}

TEST(PrepareEditTest, AsksForTheFramesRatio) {
  FakeCanvas canvas(1600, 900);
  const Request asked{.prompt = "p", .aspect_ratio = "3:2"};
  EXPECT_EQ(prepare_edit(canvas, prepare_request, {}, "gemini-3-pro-image")->aspect_ratio, "16:9");
  EXPECT_EQ(prepare_edit(canvas, prepare_request, {}, unknown_model)->aspect_ratio, "");
  EXPECT_EQ(prepare_edit(canvas, asked, {}, unknown_model)->aspect_ratio, "3:2");
}

TEST(PrepareEditTest, ContextIsSentButNotChanged) {
  FakeCanvas canvas(400, 400);
  canvas.select({150, 150, 100, 100});
  const auto prepared = prepare_edit(canvas, prepare_request, {.context = 0.1}, unknown_model);
  ASSERT_TRUE(prepared);
  EXPECT_EQ(prepared->frame, (Rect{118, 118, 164, 164})) << "32 pixels around it";
  const auto fitted = prepared->fit(answer(164, 164, 9));
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->place, (Rect{150, 150, 100, 100}));
}

TEST(PrepareEditTest, WithoutASelectionThereIsNoMask) {
  FakeCanvas canvas(80, 60);
  const auto prepared = prepare_edit(canvas, prepare_request, {}, unknown_model);
  ASSERT_TRUE(prepared);
  EXPECT_TRUE(prepared->fit(answer(80, 60, 9))->mask.empty());
}

TEST(PrepareEditTest, SpillMakesRoomOutsideOfTheSelection) {
  FakeCanvas canvas(80, 60);
  canvas.select({0, 20, 30, 16});
  const auto prepared = prepare_edit(canvas, prepare_request, {.spill = 5}, unknown_model);
  ASSERT_TRUE(prepared);
  const auto fitted = prepared->fit(answer(35, 26, 9));
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->place, (Rect{0, 15, 35, 26})) << "not past the canvas";
  EXPECT_EQ(fitted->mask.width, 35);
  EXPECT_GT(fitted->mask.row(4)[15], 0) << "the pixel above the selection";
  EXPECT_EQ(fitted->mask.row(13)[15], 255) << "inside";
}

TEST(PrepareEditTest, FeatherGoesInward) {
  FakeCanvas canvas(80, 60);
  canvas.select({10, 10, 40, 40});
  const auto prepared = prepare_edit(canvas, prepare_request, {.feather = 8}, unknown_model);
  ASSERT_TRUE(prepared);
  const auto fitted = prepared->fit(answer(40, 40, 9));
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->place, (Rect{10, 10, 40, 40}));
  EXPECT_LT(fitted->mask.row(20)[1], 128);
  EXPECT_EQ(fitted->mask.row(20)[20], 255);
}

TEST(PrepareEditTest, AnEmptyLayerGivesWayToWhatIsVisible) {
  FakeCanvas canvas(80, 60);
  canvas.paint({0, 0, 80, 60}, {0, 0, 0, 0});
  ASSERT_TRUE(prepare_edit(canvas, prepare_request, {.area = Area::Auto}, unknown_model));
  EXPECT_EQ(canvas.areas_read(), (std::vector{Area::Layer, Area::Visible}));
}

TEST(PrepareEditTest, AnEmptyLayerThatWasNamedIsAnError) {
  FakeCanvas canvas(80, 60);
  canvas.paint({0, 0, 80, 60}, {0, 0, 0, 0});
  const auto prepared = prepare_edit(canvas, prepare_request, {.area = Area::Layer}, unknown_model);
  ASSERT_FALSE(prepared);
  EXPECT_EQ(prepared.error().kind, ErrorKind::Input);
}

TEST(PrepareEditTest, AnOverviewShowsWhereASmallPartLies) {
  FakeCanvas canvas(2000, 1000);
  canvas.select({150, 150, 100, 100});
  const Treatment treatment{.context = 0.1, .overview = true, .overview_words = "A map."};
  const auto prepared = prepare_edit(canvas, prepare_request, treatment, unknown_model);
  ASSERT_TRUE(prepared);
  ASSERT_EQ(prepared->pictures.size(), 2u);
  EXPECT_EQ(prepared->pictures[1].width, 1024);
  EXPECT_EQ(prepared->pictures[1].height, 512);
  EXPECT_EQ(prepared->pictures[1].bitmap->width(), 1024);
  EXPECT_EQ(sent_prompt(prepare_request, *prepared), "a red hat\n\nA map.");
}

TEST(PrepareEditTest, WithoutASmallPartThereIsNoOverview) {
  const Treatment treatment{.context = 0.1, .overview = true, .overview_words = "A map."};
  FakeCanvas canvas(400, 400);
  EXPECT_EQ(prepare_edit(canvas, prepare_request, treatment, unknown_model)->pictures.size(), 1u);
  canvas.select({10, 10, 380, 380});
  const auto most = prepare_edit(canvas, prepare_request, treatment, unknown_model);
  EXPECT_EQ(most->pictures.size(), 1u);
  EXPECT_EQ(sent_prompt(prepare_request, *most), "a red hat");
}

TEST(PrepareEditTest, TheOverviewCanBeLeftOut) {
  FakeCanvas canvas(2000, 1000);
  canvas.select({150, 150, 100, 100});
  EXPECT_EQ(prepare_edit(canvas, prepare_request, {.context = 0.1}, unknown_model)->pictures.size(),
            1u);
}

TEST(PrepareEditTest, ReferencesFollowThePicture) {
  FakeCanvas canvas(80, 60);
  canvas.add_reference(7, 4096, 1024);
  const Request with_reference{.prompt = "a hat", .references = {{7}}};
  const auto prepared = prepare_edit(canvas, with_reference, {}, unknown_model);
  ASSERT_TRUE(prepared);
  ASSERT_EQ(prepared->pictures.size(), 2u);
  EXPECT_EQ(prepared->pictures[1].width, 2048);
  EXPECT_EQ(prepared->pictures[1].height, 512);
  EXPECT_NE(sent_prompt(with_reference, *prepared).find("picture 2"), std::string::npos);
}

TEST(PrepareEditTest, RefusesEdgesOutOfRange) {
  FakeCanvas canvas(80, 60);
  EXPECT_FALSE(prepare_edit(canvas, prepare_request, {.feather = -1}, unknown_model));
  EXPECT_FALSE(prepare_edit(canvas, prepare_request, {.spill = 1001}, unknown_model));
}

struct GeneratePlaceCase {
  const char* name;
  Rect selected;  // empty: nothing
  int width, height;
  Rect expected;
};

void PrintTo(const GeneratePlaceCase& c, std::ostream* os) {
  *os << c.name;
}

class GeneratePlaceTest : public testing::TestWithParam<GeneratePlaceCase> {};

TEST_P(GeneratePlaceTest, KeepsTheRatio) {
  const GeneratePlaceCase& c = GetParam();
  FakeCanvas canvas(400, 200);
  if (!c.selected.empty()) canvas.select(c.selected);
  const auto prepared = prepare_generate(canvas, prepare_request);
  ASSERT_TRUE(prepared);
  EXPECT_TRUE(prepared->pictures.empty());
  const auto fitted = prepared->fit(answer(c.width, c.height, 9));
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->place, c.expected);
  EXPECT_EQ(fitted->pixels.width(), c.expected.width);
  EXPECT_EQ(fitted->mask.empty(), c.selected.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Places, GeneratePlaceTest,
    testing::Values(
        GeneratePlaceCase{"GoesIntoTheCanvas", {}, 100, 100, {100, 0, 200, 200}},
        GeneratePlaceCase{"ShrinksToTheCanvas", {}, 800, 800, {100, 0, 200, 200}},
        GeneratePlaceCase{"FillsTheSelection", {10, 10, 100, 50}, 64, 64, {10, -15, 100, 100}},
        GeneratePlaceCase{"NotAThreadOfPixels", {10, 10, 200, 2}, 64, 64, {109, 10, 2, 2}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PrepareGenerateTest, MasksWhatLiesOutsideOfTheSelection) {
  FakeCanvas canvas(400, 200);
  canvas.select({10, 10, 100, 50}, 200);
  const auto prepared = prepare_generate(canvas, prepare_request);
  ASSERT_TRUE(prepared);
  const auto fitted = prepared->fit(answer(64, 64, 9));
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->mask.row(0)[50], 0) << "above the selection";
  EXPECT_EQ(fitted->mask.row(25)[0], 200) << "its first row";
  EXPECT_EQ(fitted->mask.row(99)[50], 0) << "below it";
}

TEST(PrepareGenerateTest, WithoutAnImageTheAnswerIsTheImage) {
  FakeCanvas canvas(400, 200);
  canvas.close();
  const auto prepared = prepare_generate(canvas, prepare_request);
  ASSERT_TRUE(prepared);
  EXPECT_EQ(prepared->fit(answer(64, 48, 9))->place, (Rect{0, 0, 64, 48}));
}

}  // namespace
}  // namespace wordbrush::edit
