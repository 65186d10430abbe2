// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/save_connection.h"

#include <gtest/gtest.h>

#include "settings/key_calls.h"
#include "settings/temp_folder.h"
#include "ui/host_of.h"

namespace wordbrush::ui {
namespace {

using settings::KeyPlace;
using test::lookup;

// Without a bus: the keys are in the file.
class SaveConnectionTest : public testing::Test {
 protected:
  SaveConnectionTest() {
    EXPECT_TRUE(store_.save({.name = "Home", .base_url = "http://home/v1"}));
    EXPECT_TRUE(store_.choose("Home"));
    EXPECT_TRUE(model_.load());
    EXPECT_TRUE(test::save(keys_, "Home", "home", "sk-home"));
  }

  Result<std::optional<KeyPlace>> save(const std::string& typed_key) {
    std::optional<Result<std::optional<KeyPlace>>> answer;
    save_connection(model_, keys_, typed_key, [&answer](auto saved) { answer = std::move(saved); });
    EXPECT_TRUE(test::run_until([&answer] { return answer.has_value(); }));
    return answer.value_or(fail(ErrorKind::Timeout, ""));
  }

  void type(const std::string& name, const std::string& base_url) {
    auto draft = model_.draft();
    draft.name = name;
    draft.base_url = base_url;
    model_.edit(std::move(draft));
  }

  test::TempFolder folder_;
  settings::ConnectionStore store_{folder_.path()};
  settings::KeyStore keys_{folder_.path()};
  ConnectionsModel model_{store_, test::host_of};
};

TEST_F(SaveConnectionTest, SavesATypedKeyForItsHost) {
  type("Home", "http://home/v2");
  EXPECT_EQ(save(" sk-new\n"), KeyPlace::File);
  EXPECT_EQ(lookup(keys_, "Home", "home")->key, "sk-new");
  EXPECT_EQ(store_.load()->back().base_url, "http://home/v2");
}

TEST_F(SaveConnectionTest, KeepsTheKeyWhereNoneWasTyped) {
  EXPECT_EQ(save(" "), std::nullopt);
  EXPECT_EQ(lookup(keys_, "Home", "home")->key, "sk-home");
}

TEST_F(SaveConnectionTest, TakesTheKeyAlongToANewName) {
  type("Attic", "http://home/v1");
  EXPECT_EQ(save(""), std::nullopt);
  EXPECT_EQ(lookup(keys_, "Attic", "home")->key, "sk-home");
  EXPECT_FALSE(lookup(keys_, "Home", "home"));
}

TEST_F(SaveConnectionTest, ForgetsTheKeyOfTheOldHost) {
  type("Home", "http://elsewhere/v1");
  EXPECT_EQ(save(""), std::nullopt);
  EXPECT_FALSE(lookup(keys_, "Home", "home"));
  EXPECT_FALSE(lookup(keys_, "Home", "elsewhere"));
}

TEST_F(SaveConnectionTest, ATypedKeyGoesToTheNewNameAndHost) {
  type("Attic", "http://elsewhere/v1");
  EXPECT_EQ(save("sk-new"), KeyPlace::File);
  EXPECT_EQ(lookup(keys_, "Attic", "elsewhere")->key, "sk-new");
  EXPECT_FALSE(folder_.read("keys.ini").contains("sk-home"));
}

TEST_F(SaveConnectionTest, ARenamedConnectionNeedsNoKey) {
  ASSERT_TRUE(test::remove(keys_, "Home", "home"));
  type("Attic", "http://home/v1");
  EXPECT_EQ(save(""), std::nullopt);
}

TEST_F(SaveConnectionTest, WhatCannotBeAKeyChangesNothing) {
  type("Attic", "http://home/v1");
  const auto saved = save("sk two words");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().kind, ErrorKind::Input);
  EXPECT_EQ(store_.load()->back().name, "Home");
  EXPECT_EQ(lookup(keys_, "Home", "home")->key, "sk-home");
}

TEST_F(SaveConnectionTest, WhatCannotBeSavedKeepsTheKeyOut) {
  type("Home", "no address");
  EXPECT_FALSE(save("sk-new"));
  EXPECT_FALSE(folder_.read("keys.ini").contains("sk-new"));
}

TEST_F(SaveConnectionTest, AKeyFileThatCannotBeWrittenIsTold) {
  folder_.write("keys.ini", "damaged");
  const auto saved = save("sk-new");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().kind, ErrorKind::Settings);
}

TEST_F(SaveConnectionTest, TheDemoHasNothingToSave) {
  model_.select(0);
  EXPECT_EQ(save("sk-new"), std::nullopt);
  EXPECT_FALSE(folder_.read("keys.ini").contains("sk-new"));
}

}  // namespace
}  // namespace wordbrush::ui
