// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection_choices.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

using settings::Connection;
using settings::offline_demo;

const Connection home_painter{
    .name = "Home", .base_url = "http://localhost/v1", .model = "painter"};

TEST(ConnectionChoicesTest, StartsWithWhatIsWantedElseWithTheChosenOne) {
  EXPECT_EQ(ConnectionChoices({offline_demo(), home_painter}, "Home", "Offline demo").first(),
            "Home");
  EXPECT_EQ(ConnectionChoices({offline_demo(), home_painter}, "", "Home").first(), "Home");
  EXPECT_EQ(ConnectionChoices({offline_demo(), home_painter}, "", "").first(), offline_demo().name);
}

TEST(ConnectionChoicesTest, OffersAnAddressThatIsNotSaved) {
  const ConnectionChoices choices({offline_demo(), home_painter}, "https://x.org/v1", "Home");
  ASSERT_EQ(choices.all().size(), 3U);
  EXPECT_EQ(choices.all().back().name, "https://x.org/v1");
  EXPECT_FALSE(choices.is_demo("https://x.org/v1"));
  EXPECT_EQ(ConnectionChoices({offline_demo(), home_painter}, "Home", "").all().size(), 2U);
}

TEST(ConnectionChoicesTest, KnowsTheDemoAndTheModels) {
  const ConnectionChoices choices({offline_demo(), home_painter}, "", "Home");
  EXPECT_TRUE(choices.is_demo(offline_demo().name));
  EXPECT_FALSE(choices.is_demo("Home"));
  EXPECT_FALSE(choices.is_demo("nobody"));
  EXPECT_EQ(choices.model_of("Home"), "painter");
  EXPECT_EQ(choices.model_of("nobody"), "");
}

TEST(ConnectionChoicesTest, NamesConnectionsForPeople) {
  EXPECT_EQ(label_of(home_painter), "Home");
  EXPECT_EQ(label_of({.name = "New", .base_url = ""}), "New");
}

}  // namespace
}  // namespace wordbrush::ui
