// SPDX-License-Identifier: GPL-3.0-or-later
// What is too old, too much or broken goes, and nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>

#include "edit/spool.h"
#include "edit/spool_fixture.h"

namespace wordbrush::edit {
namespace {

namespace fs = std::filesystem;
using test::names_in;

class SpoolCleaningTest : public test::SpoolTest {};

TEST_F(SpoolCleaningTest, WhatIsTooOldGoes) {
  const std::string old = add(spool_);
  const std::string young = add(spool_);
  make_old(old, std::chrono::days(15));
  make_old(young, std::chrono::days(13));
  spool_.clean();
  ASSERT_EQ(spool_.list().size(), 1u);
  EXPECT_EQ(spool_.list()[0].id, young);
}

TEST_F(SpoolCleaningTest, WhatIsTooMuchGoesTheOldestFirst) {
  const SharedBytes large = std::make_shared<const Bytes>(100'000, std::uint8_t{1});
  const Spool small(path_, {.max_bytes = 250'000});
  const std::string first = add(small, large);
  const std::string second = add(small, large);
  EXPECT_EQ(small.list().size(), 2u);
  add(small, large);
  const auto entries = small.list();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_NE(entries[1].id, std::min(first, second));
}

TEST_F(SpoolCleaningTest, TheOneJustAddedStaysHoweverLargeItIs) {
  const Spool none(path_, {.max_bytes = 0});
  const std::string id = add(none);
  ASSERT_EQ(none.list().size(), 1u);
  EXPECT_EQ(none.list()[0].id, id);
}

TEST_F(SpoolCleaningTest, WhatIsToBeKeptIsNotCleaned) {
  const std::string first = add(spool_);
  add(spool_);
  Spool(path_, {.max_age = {}, .max_bytes = 0}).clean(first);
  ASSERT_EQ(spool_.list().size(), 1u);
  EXPECT_EQ(spool_.list()[0].id, first);
}

TEST_F(SpoolCleaningTest, WhatWasNeverFinishedGoes) {
  const fs::path broken = path_ / ".new-20260101-000000-000000-00000000";
  fs::create_directories(broken);
  std::ofstream(broken / "picture-1.png") << "half";
  EXPECT_TRUE(spool_.list().empty());
  spool_.clean();
  EXPECT_TRUE(names_in(path_).empty());
}

TEST_F(SpoolCleaningTest, WhatIsBeingWrittenStays) {
  const fs::path draft = path_ / ".new-20260101-000000-000000-00000000";
  fs::create_directories(draft);
  const auto lock = FolderLock::take(draft);
  ASSERT_TRUE(lock);
  spool_.clean();
  EXPECT_TRUE(fs::exists(draft));
}

TEST_F(SpoolCleaningTest, LeavesWhatIsNotItsOwn) {
  fs::create_directories(path_ / "holiday");
  std::ofstream(path_ / "notes.txt") << "mine";
  fs::create_directory_symlink(folder_.path(), path_ / "20260101-000000-000000-00000000");
  Spool(path_, {.max_age = {}, .max_bytes = 0}).clean();
  EXPECT_EQ(names_in(path_).size(), 3u);
  EXPECT_FALSE(spool_.hold("20260101-000000-000000-00000000")) << "a link is no record";
}

}  // namespace
}  // namespace wordbrush::edit
