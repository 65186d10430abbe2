// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/draft.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

class DraftTest : public testing::Test {
 protected:
  std::optional<Draft> after_a_restart() const { return DraftStore(folder_.path()).load(); }

  test::TempFolder folder_;
  DraftStore store_{folder_.path()};
};

TEST_F(DraftTest, NothingWasTypedAtFirst) {
  EXPECT_EQ(store_.load(), std::nullopt);
}

TEST_F(DraftTest, ComesBackAsItWas) {
  const Draft draft{.prompt = "two lines\n \\ of 文字; ",
                    .references = {{.file = "file:///cat.png", .name = "cat.png", .role = "style"},
                                   {.session = "s", .image_id = 3, .layer_id = 4, .name = "Sky"}}};
  ASSERT_TRUE(store_.save(draft));
  EXPECT_EQ(after_a_restart(), draft);
}

TEST_F(DraftTest, AnEmptiedPromptStaysEmpty) {
  ASSERT_TRUE(store_.save({.prompt = "typed"}));
  ASSERT_TRUE(store_.save({}));
  EXPECT_EQ(after_a_restart(), Draft{});
}

TEST_F(DraftTest, IsForItsOwnersEyesOnly) {
  ASSERT_TRUE(store_.save({.prompt = "typed"}));
  struct stat status = {};
  ASSERT_EQ(stat((folder_.path() / "draft.ini").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(DraftTest, WhatWasSavedLastIsNotWrittenAgain) {
  ASSERT_TRUE(store_.save({.prompt = "typed"}));
  std::filesystem::remove(folder_.path() / "draft.ini");
  ASSERT_TRUE(store_.save({.prompt = "typed"}));
  EXPECT_EQ(after_a_restart(), std::nullopt);
  ASSERT_TRUE(store_.save({.prompt = "typed more"}));
  EXPECT_TRUE(after_a_restart());
}

TEST_F(DraftTest, ADamagedFileIsPutAside) {
  for (const char* damage : {"\x01 no key file", "[window]\nwidth=700\n"}) {
    folder_.write("draft.ini", damage);
    ASSERT_TRUE(DraftStore(folder_.path()).save({.prompt = "typed"}));
    EXPECT_EQ(after_a_restart(), Draft{.prompt = "typed"});
    EXPECT_EQ(test::put_aside_of(folder_.path(), "draft.ini"), damage);
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      std::filesystem::remove(entry.path());
  }
}

TEST_F(DraftTest, ADamagedFileIsNone) {
  std::ofstream(folder_.path() / "draft.ini") << "no key file";
  EXPECT_EQ(store_.load(), std::nullopt);
}

}  // namespace
}  // namespace wordbrush::settings
