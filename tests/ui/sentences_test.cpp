// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentences.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

const ModelOffers three_models = {
    {.name = "a", .makes_pictures = true}, {.name = "b"}, {.name = "c"}};

TEST(ModelsSentenceTest, TellsHowManyThereAre) {
  EXPECT_TRUE(models_sentence({{.name = "a"}}, "a").contains("1 model."));
  EXPECT_TRUE(models_sentence({{.name = "a"}, {.name = "b"}}, "b").contains("2 models."));
  EXPECT_TRUE(models_sentence(three_models, "a").contains("3 models, 1 for pictures."));
}

TEST(ModelsSentenceTest, NamesAModelThatIsNotThere) {
  EXPECT_TRUE(models_sentence(three_models, "x").contains("\"x\""));
  EXPECT_FALSE(models_sentence(three_models, "a").contains("\"a\""));
}

TEST(ModelsSentenceTest, NamesAModelThatMakesNoPictures) {
  EXPECT_TRUE(models_sentence(three_models, "b").contains("\"b\" does not seem to make pictures"));
  EXPECT_FALSE(models_sentence({{.name = "b"}}, "b").contains("pictures")) << "nobody knows";
}

TEST(ModelsSentenceTest, AServiceMayListNone) {
  EXPECT_TRUE(models_sentence({}, "c").contains("no models"));
}

TEST(CheckFailureTest, TellsAMissingKeyFromAWrongOne) {
  const Error error{ErrorKind::Auth, "Invalid token."};
  EXPECT_TRUE(check_failure_sentence(error, false).contains("there is none"));
  const auto wrong = check_failure_sentence(error, true);
  EXPECT_TRUE(wrong.contains("does not accept the key (Invalid token)")) << wrong;
}

TEST(CheckFailureTest, PointsAtThePath) {
  for (const auto kind : {ErrorKind::NotFound, ErrorKind::Protocol})
    EXPECT_TRUE(check_failure_sentence({kind, "x"}, true).contains("path"));
}

TEST(CheckFailureTest, NeverSendsToTheWindowThatIsOpen) {
  for (int kind = 0; kind <= static_cast<int>(ErrorKind::Host); ++kind)
    for (const char* detail : {"", "words"}) {
      const auto text = check_failure_sentence({static_cast<ErrorKind>(kind), detail}, true);
      EXPECT_FALSE(text.contains("Filters")) << text;
      EXPECT_TRUE(text.contains(detail)) << text;
    }
}

TEST(CheckFailureTest, TheWordsOfTheNetworkAreEnough) {
  const Error error{ErrorKind::Network, "There is no server named x. Check the address."};
  EXPECT_EQ(check_failure_sentence(error, true), error.detail);
}

TEST(BalanceSentenceTest, TellsWhatIsLeft) {
  EXPECT_TRUE(balance_sentence({.granted = 10, .used = 2.5}).contains(" 7.50,"));
  EXPECT_TRUE(balance_sentence({.used = 2.5}).contains("so far: 2.50,"));
  EXPECT_TRUE(balance_sentence({.used = 2.5, .is_unlimited = true}).contains("no limit"));
  EXPECT_EQ(balance_sentence({}), "");
}

TEST(KeySentenceTest, TellsTheFileThatAKeyIsIn) {
  using settings::KeyPlace;
  EXPECT_TRUE(key_sentence(KeyPlace::File, "/home/me/keys.ini").contains("/home/me/keys.ini"));
  EXPECT_FALSE(key_sentence(KeyPlace::SecretService, "/home/me/keys.ini").contains("/home/me"));
}

TEST(KeySentenceTest, TellsWhereAKeyIsMade) {
  EXPECT_TRUE(no_key_sentence("https://api.openai.com/v1").contains("platform.openai.com"));
  EXPECT_EQ(no_key_sentence("https://api.example.com"), "No key is saved.");
}

}  // namespace
}  // namespace wordbrush::ui
