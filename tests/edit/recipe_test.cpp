// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/recipe.h"

#include <gtest/gtest.h>

#include "edit/recipe_mask.h"

namespace wordbrush::edit {
namespace {

host::Source source_with(pixels::Mask selection) {
  return {.bounds = {10, 20, selection.width, selection.height}, .selection = selection};
}

Recipe with(pixels::Mask selection) {
  Recipe recipe{.request = {.prompt = "a hat"}, .host = "api.example.com", .model = "m"};
  recipe.target = {10, 20, selection.width, selection.height};
  return with_selection(std::move(recipe), source_with(std::move(selection)));
}

pixels::Mask noise(int width, int height) {
  pixels::Mask mask(width, height);
  std::uint32_t state = 1;
  for (auto& value : mask.values) {
    state = (state * 1664525U) + 1013904223U;
    value = static_cast<std::uint8_t>(state >> 24U);
  }
  return mask;
}

TEST(RecipeTest, WhatIsWrittenIsRead) {
  Recipe recipe = with(noise(30, 16));
  recipe.request.further_words = "Keep \"all\"\nelse.";
  recipe.request.upload.format = UploadFormat::Jpeg;
  recipe.treatment = {.area = host::Area::Visible,
                      .context = 0.1,
                      .overview = true,
                      .align = true,
                      .sensitivity = 1.0 / 3,
                      .feather = 7,
                      .spill = 1000};
  recipe.stream = false;
  const auto read = read_recipe(to_json(recipe));
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(to_json(*read), to_json(recipe));
  EXPECT_EQ(read->selected->mask.values, noise(30, 16).values);
  EXPECT_EQ(read->treatment.context, 0.1);
  EXPECT_EQ(read->treatment.sensitivity, 1.0 / 3);
}

TEST(RecipeTest, RoomForSpillIsNoPartOfTheSelection) {
  Recipe recipe{.target = {12, 21, 4, 3}};
  const auto told = with_selection(std::move(recipe), source_with(noise(30, 16)));
  EXPECT_EQ(told.selected->bounds, (Rect{12, 21, 4, 3}));
  EXPECT_EQ(told.selected->mask.row(0)[0], noise(30, 16).row(1)[2]);
}

TEST(RecipeTest, ASelectionThatIsTooMuchIsLeftOut) {
  EXPECT_TRUE(read_recipe(to_json(with(noise(300, 300))))->selected);
  EXPECT_FALSE(read_recipe(to_json(with(noise(1500, 1500))))->selected);
  EXPECT_FALSE(with(pixels::Mask(5000, 4000, 255)).selected);
  EXPECT_TRUE(read_recipe(to_json(with(pixels::Mask(4000, 3000, 255))))->selected);
}

TEST(RecipeTest, NothingSelectedIsNotTheSameAsNotKnown) {
  const auto none = read_recipe(to_json(Recipe{.host = "h"}));
  ASSERT_TRUE(none && none->selected);
  EXPECT_TRUE(none->selected->mask.empty());
}

TEST(RecipeTest, ALongTextIsNotEvenLookedAt) {
  const std::string recipe = to_json(Recipe{.host = "h"});
  EXPECT_TRUE(read_recipe(recipe + " "));
  EXPECT_FALSE(read_recipe(recipe + std::string(max_recipe_bytes, ' ')));
}

TEST(RecipeTest, NoTextIsTakenForAMaskOfAnotherSize) {
  const std::string text = mask_to_text(noise(30, 16));
  EXPECT_TRUE(mask_from_text(text, 30, 16));
  EXPECT_FALSE(mask_from_text(text, 16, 30));
  EXPECT_FALSE(mask_from_text(text, 1 << 20, 1 << 20));
  EXPECT_FALSE(mask_from_text(text, 0, 0));
}

}  // namespace
}  // namespace wordbrush::edit
