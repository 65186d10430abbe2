// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentences.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

TEST(SentencesTest, TellsHowManyThereAre) {
  EXPECT_TRUE(models_sentence({"a"}, "a").contains("1 model."));
  EXPECT_TRUE(models_sentence({"a", "b"}, "b").contains("2 models."));
}

TEST(SentencesTest, NamesAModelThatIsNotThere) {
  EXPECT_TRUE(models_sentence({"a", "b"}, "c").contains("\"c\""));
  EXPECT_FALSE(models_sentence({"a", "b"}, "b").contains("\"b\""));
}

TEST(SentencesTest, AServiceMayListNone) {
  EXPECT_TRUE(models_sentence({}, "c").contains("no models"));
}

TEST(SentencesTest, TellTheFileThatAKeyIsIn) {
  using settings::KeyPlace;
  EXPECT_TRUE(key_sentence(KeyPlace::File, "/home/me/keys.ini").contains("/home/me/keys.ini"));
  EXPECT_FALSE(key_sentence(KeyPlace::SecretService, "/home/me/keys.ini").contains("/home/me"));
}

}  // namespace
}  // namespace wordbrush::ui
