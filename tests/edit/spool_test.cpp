// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/spool.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <fstream>
#include <optional>
#include <thread>

#include "edit/spooled.h"
#include "settings/temp_folder.h"

namespace wordbrush::edit {
namespace {

namespace fs = std::filesystem;
using test::mode_of;
using test::names_in;
using test::no_picture;
using test::png;
using test::record_of;
using test::TempFolder;

const SharedBytes blue = png(30, 16, {0, 0, 255, 255});

class SpoolTest : public testing::Test {
 protected:
  /// The id of a new record that nobody holds any more.
  std::string add(const Spool& spool, const SharedBytes& picture = blue) {
    auto hold = spool.add(record_of({picture}));
    EXPECT_TRUE(hold) << hold.error().detail;
    return hold ? hold->id() : "";
  }

  void make_old(const std::string& id, std::chrono::hours age) {
    fs::last_write_time(path_ / id, fs::file_time_type::clock::now() - age);
  }

  TempFolder folder_;
  fs::path path_ = folder_.path() / "wordbrush" / "spool";
  Spool spool_{path_};
};

TEST_F(SpoolTest, GivesBackWhatItWasGiven) {
  const SpoolRecord was = record_of({no_picture(), blue});
  std::string id;
  {
    const auto hold = spool_.add(was);
    ASSERT_TRUE(hold);
    id = hold->id();
  }
  const auto read = spool_.read(*spool_.hold(id));
  ASSERT_TRUE(read);
  const SpoolRecord& is = *read;
  EXPECT_EQ(is.time, was.time);
  EXPECT_EQ(is.prompt, was.prompt);
  EXPECT_EQ(is.model, was.model);
  EXPECT_EQ(is.host, was.host);
  EXPECT_EQ(is.text, was.text);
  EXPECT_EQ(is.layer_name, was.layer_name);
  EXPECT_EQ(is.source.area, was.source.area);
  EXPECT_EQ(is.source.image_id, was.source.image_id);
  EXPECT_EQ(is.source.image_name, was.source.image_name);
  EXPECT_EQ(is.source.extents, was.source.extents);
  EXPECT_EQ(is.source.bounds, was.source.bounds);
  EXPECT_EQ(is.source.selection.values, was.source.selection.values);
  EXPECT_EQ(is.source.canvas_width, was.source.canvas_width);
  EXPECT_EQ(is.source.canvas_height, was.source.canvas_height);
  ASSERT_TRUE(is.frame);
  EXPECT_EQ(is.frame->frame, was.frame->frame);
  EXPECT_EQ(is.frame->upload_width, was.frame->upload_width);
  EXPECT_EQ(is.frame->upload_height, was.frame->upload_height);
  ASSERT_EQ(is.pictures.size(), 2u);
  EXPECT_EQ(*is.pictures[0], *was.pictures[0]);
  EXPECT_EQ(*is.pictures[1], *was.pictures[1]);
}

TEST_F(SpoolTest, WhatWasMadeFromWordsAloneHasNoFrame) {
  SpoolRecord was = record_of({blue});
  was.frame.reset();
  was.source = {};
  std::string id;
  {
    const auto hold = spool_.add(was);
    ASSERT_TRUE(hold);
    id = hold->id();
  }
  const auto read = spool_.read(*spool_.hold(id));
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->frame);
  EXPECT_TRUE(read->source.selection.empty());
}

TEST_F(SpoolTest, IsForItsOwnersEyesOnly) {
  fs::create_directories(path_);
  fs::permissions(path_, fs::perms::all);
  const std::string id = add(spool_);
  EXPECT_EQ(mode_of(path_), 0700u) << "though it was open to all";
  EXPECT_EQ(mode_of(path_ / id), 0700u);
  const auto names = names_in(path_ / id);
  EXPECT_EQ(names.size(), 3u);
  for (const std::string& name : names) EXPECT_EQ(mode_of(path_ / id / name), 0600u) << name;
}

TEST_F(SpoolTest, NamesItsFilesForPeople) {
  const std::string id = add(spool_);
  EXPECT_TRUE(fs::exists(path_ / id / "picture-1.png"));
  EXPECT_TRUE(fs::exists(path_ / id / "selection.pgm"));
}

TEST_F(SpoolTest, LeavesNothingBehindOfWhatIsDone) {
  auto hold = spool_.add(record_of({blue}));
  ASSERT_TRUE(hold);
  spool_.remove(std::move(*hold));
  EXPECT_TRUE(names_in(path_).empty());
}

TEST_F(SpoolTest, TheNewestComesFirst) {
  const std::string first = add(spool_);
  const std::string second = add(spool_);
  const auto entries = spool_.list();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].id, std::max(first, second));
}

TEST_F(SpoolTest, ARecordIsHeldUntilItsHolderIsGone) {
  std::optional<Spool::Hold> hold = std::move(*spool_.add(record_of({blue})));
  const std::string id = hold->id();
  const Spool other(path_);
  EXPECT_TRUE(other.list()[0].is_held);
  EXPECT_FALSE(other.hold(id));
  hold.reset();
  EXPECT_FALSE(other.list()[0].is_held);
  EXPECT_TRUE(other.hold(id));
}

TEST_F(SpoolTest, AHeldRecordIsNotCleanedByAnother) {
  const auto hold = spool_.add(record_of({blue}));
  ASSERT_TRUE(hold);
  make_old(hold->id(), std::chrono::days(100));
  Spool(path_, {.max_bytes = 0}).clean();
  EXPECT_EQ(spool_.list().size(), 1u);
}

TEST_F(SpoolTest, AForkedProcessThatEndsLetsGo) {
  // A plug-in that is killed runs no destructor.
  add(spool_);
  const std::string id = spool_.list()[0].id;
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto hold = spool_.hold(id);
    (void)!write(ready[1], hold ? "y" : "n", 1);
    pause();
    _exit(0);
  }
  char said = 0;
  ASSERT_EQ(read(ready[0], &said, 1), 1);
  EXPECT_EQ(said, 'y');
  EXPECT_TRUE(spool_.list()[0].is_held);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_FALSE(spool_.list()[0].is_held);
  EXPECT_TRUE(spool_.hold(id));
}

TEST_F(SpoolTest, WhatIsTooOldGoes) {
  const std::string old = add(spool_);
  const std::string young = add(spool_);
  make_old(old, std::chrono::days(15));
  make_old(young, std::chrono::days(13));
  spool_.clean();
  ASSERT_EQ(spool_.list().size(), 1u);
  EXPECT_EQ(spool_.list()[0].id, young);
}

TEST_F(SpoolTest, WhatIsTooMuchGoesTheOldestFirst) {
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

TEST_F(SpoolTest, TheOneJustAddedStaysHoweverLargeItIs) {
  const Spool none(path_, {.max_bytes = 0});
  const std::string id = add(none);
  ASSERT_EQ(none.list().size(), 1u);
  EXPECT_EQ(none.list()[0].id, id);
}

TEST_F(SpoolTest, WhatIsToBeKeptIsNotCleaned) {
  const std::string first = add(spool_);
  add(spool_);
  Spool(path_, {.max_age = {}, .max_bytes = 0}).clean(first);
  ASSERT_EQ(spool_.list().size(), 1u);
  EXPECT_EQ(spool_.list()[0].id, first);
}

TEST_F(SpoolTest, WhatWasNeverFinishedGoes) {
  const fs::path broken = path_ / ".new-20260101-000000-000000-00000000";
  fs::create_directories(broken);
  std::ofstream(broken / "picture-1.png") << "half";
  EXPECT_TRUE(spool_.list().empty());
  spool_.clean();
  EXPECT_TRUE(names_in(path_).empty());
}

TEST_F(SpoolTest, WhatIsBeingWrittenStays) {
  const fs::path draft = path_ / ".new-20260101-000000-000000-00000000";
  fs::create_directories(draft);
  const auto lock = FolderLock::take(draft);
  ASSERT_TRUE(lock);
  spool_.clean();
  EXPECT_TRUE(fs::exists(draft));
}

TEST_F(SpoolTest, LeavesWhatIsNotItsOwn) {
  fs::create_directories(path_ / "holiday");
  std::ofstream(path_ / "notes.txt") << "mine";
  fs::create_directory_symlink(folder_.path(), path_ / "20260101-000000-000000-00000000");
  Spool(path_, {.max_age = {}, .max_bytes = 0}).clean();
  EXPECT_EQ(names_in(path_).size(), 3u);
  EXPECT_FALSE(spool_.hold("20260101-000000-000000-00000000")) << "a link is no record";
}

TEST_F(SpoolTest, TellsWhereTheDiskDoesNotTakeIt) {
  folder_.write("wordbrush", "a file where the folder should be");
  const auto hold = spool_.add(record_of({blue}));
  ASSERT_FALSE(hold);
  EXPECT_EQ(hold.error().kind, ErrorKind::Settings);
  EXPECT_TRUE(spool_.list().empty());
}

TEST_F(SpoolTest, AFullDiskLeavesNothing) {
  const SharedBytes large = std::make_shared<const Bytes>(100'000, std::uint8_t{1});
  rlimit before = {};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit full = {.rlim_cur = 50'000, .rlim_max = before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &full), 0);
  const auto hold = spool_.add(record_of({blue, large}));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);
  ASSERT_FALSE(hold);
  EXPECT_EQ(hold.error().kind, ErrorKind::Settings);
  EXPECT_TRUE(names_in(path_).empty());
}

TEST_F(SpoolTest, SeveralAddAndCleanAtOnce) {
  constexpr int each = 12;
  const auto add_and_clean = [this] {
    const Spool own(path_);
    for (int i = 0; i < each; ++i) {
      EXPECT_TRUE(own.add(record_of({no_picture()})));
      own.clean();
    }
  };
  for (std::array<std::jthread, 3> threads; std::jthread & thread : threads)
    thread = std::jthread(add_and_clean);
  EXPECT_EQ(spool_.list().size(), 3u * each);
  EXPECT_EQ(names_in(path_).size(), 3u * each) << "and no draft";
}

TEST_F(SpoolTest, SetAsideIsNotForgotten) {
  const std::string id = add(spool_);
  spool_.set_aside(*spool_.hold(id));
  ASSERT_EQ(spool_.list().size(), 1u);
  EXPECT_TRUE(spool_.list()[0].is_set_aside);
  EXPECT_EQ(mode_of(path_ / id / "set-aside"), 0600u);
  EXPECT_TRUE(spool_.hold(id));
}

TEST(SpoolEndTest, WaitsForWhatIsBeingWritten) {
  const TempFolder folder;
  std::atomic<bool> written = false;
  std::jthread writer;
  {
    Spool spool(folder.path());
    writer = std::jthread([&written, &spool, ticket = spool.announce_write()] {
      EXPECT_TRUE(spool.add(record_of({blue})));
      written = true;
    });
  }
  EXPECT_TRUE(written);
}

}  // namespace
}  // namespace wordbrush::edit
