// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offered_models.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

using Names = std::vector<std::string>;

const ModelOffers mixed = {{.name = "banana", .makes_pictures = true}, {.name = "words"}};
const ModelOffers painters = {{.name = "banana", .makes_pictures = true}};
const ModelOffers unknown = {{.name = "a"}, {.name = "b"}};

TEST(OfferedModelsTest, ThoseThatMakePicturesAreShown) {
  EXPECT_EQ(names_to_choose(mixed, false), Names{"banana"});
  EXPECT_TRUE(can_be_filtered(mixed));
}

TEST(OfferedModelsTest, AllAreShownOnDemand) {
  EXPECT_EQ(names_to_choose(mixed, true), (Names{"banana", "words"}));
}

TEST(OfferedModelsTest, AllAreShownWhereNoneSeemsToMakePictures) {
  EXPECT_EQ(names_to_choose(unknown, false), (Names{"a", "b"}));
  EXPECT_FALSE(can_be_filtered(unknown));
}

TEST(OfferedModelsTest, ThereIsNothingToFilterWhereAllDo) {
  EXPECT_EQ(names_to_choose(painters, false), Names{"banana"});
  EXPECT_FALSE(can_be_filtered(painters));
  EXPECT_FALSE(can_be_filtered({}));
}

}  // namespace
}  // namespace wordbrush::ui
