// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual.h"

#include <gtest/gtest.h>

#include "settings/temp_folder.h"

namespace wordbrush::ui {
namespace {

class ManualTest : public testing::Test {
 protected:
  ManualTest() {
    for (const char* const name : {"manual.en.html", "manual.de.html", "manual.pt_BR.html"})
      folder_.write(name, "");
  }

  std::string found(const std::vector<std::string>& languages) {
    return manual_in(folder_.path(), languages).filename();
  }

  test::TempFolder folder_;
};

TEST_F(ManualTest, IsOfTheUsersLanguage) {
  EXPECT_EQ(found({"de_AT.UTF-8", "de_AT", "de", "C"}), "manual.de.html");
  EXPECT_EQ(found({"pt_BR", "pt", "C"}), "manual.pt_BR.html");
}

TEST_F(ManualTest, IsOfTheFirstLanguageThatItExistsIn) {
  EXPECT_EQ(found({"nl", "de", "en", "C"}), "manual.de.html");
}

TEST_F(ManualTest, IsEnglishElse) {
  EXPECT_EQ(found({"pt_PT", "pt", "C"}), "manual.en.html");
  EXPECT_EQ(found({}), "manual.en.html");
}

}  // namespace
}  // namespace wordbrush::ui
