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

#include "edit/spool_fixture.h"
#include "settings/temp_folder.h"

namespace wordbrush::edit {
namespace {

namespace fs = std::filesystem;
using test::blue_picture;
using test::mode_of;
using test::names_in;
using test::no_picture;
using test::png;
using test::record_of;
using test::SpoolTest;
using test::TempFolder;

TEST_F(SpoolTest, GivesBackWhatItWasGiven) {
  SpoolRecord was = record_of({no_picture(), blue_picture});
  was.source.image_file = "file:///photo.xcf";
  was.source.session = "first";
  was.frame->padding = {1, 2, 3, 4};
  was.frame->treatment = {.align = true,
                          .match_colors = false,
                          .only_changes = true,
                          .sensitivity = 0.25,
                          .feather = 7,
                          .spill = 3};
  was.sent = test::png(30, 16, {1, 2, 3, 255});
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
  EXPECT_EQ(is.frame->padding, was.frame->padding);
  EXPECT_TRUE(is.frame->treatment.align);
  EXPECT_FALSE(is.frame->treatment.match_colors);
  EXPECT_TRUE(is.frame->treatment.only_changes);
  EXPECT_EQ(is.frame->treatment.sensitivity, 0.25);
  EXPECT_EQ(is.frame->treatment.feather, 7);
  EXPECT_EQ(is.frame->treatment.spill, 3);
  EXPECT_EQ(is.source.image_file, was.source.image_file);
  EXPECT_EQ(is.source.session, was.source.session);
  ASSERT_TRUE(is.sent);
  EXPECT_EQ(*is.sent, *was.sent);
  ASSERT_EQ(is.pictures.size(), 2u);
  EXPECT_EQ(*is.pictures[0], *was.pictures[0]);
  EXPECT_EQ(*is.pictures[1], *was.pictures[1]);
}

TEST_F(SpoolTest, MovesToAnotherFileAndStaysWhatItWas) {
  const std::string id = add(spool_);
  {
    const auto hold = spool_.hold(id);
    spool_.move_to_file(*hold, "file:///saved.xcf");
  }
  const auto read = spool_.read(*spool_.hold(id));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->source.image_file, "file:///saved.xcf");
  EXPECT_EQ(read->source.selection.values.size(), 480u);
  EXPECT_EQ(read->pictures.size(), 1u);
}

TEST_F(SpoolTest, WhatWasMadeFromWordsAloneHasNoFrame) {
  SpoolRecord was = record_of({blue_picture});
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
  auto hold = spool_.add(record_of({blue_picture}));
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
  std::optional<Spool::Hold> hold = std::move(*spool_.add(record_of({blue_picture})));
  const std::string id = hold->id();
  const Spool other(path_);
  EXPECT_TRUE(other.list()[0].is_held);
  EXPECT_FALSE(other.hold(id));
  hold.reset();
  EXPECT_FALSE(other.list()[0].is_held);
  EXPECT_TRUE(other.hold(id));
}

TEST_F(SpoolTest, AHeldRecordIsNotCleanedByAnother) {
  const auto hold = spool_.add(record_of({blue_picture}));
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

TEST_F(SpoolTest, TellsWhereTheDiskDoesNotTakeIt) {
  folder_.write("wordbrush", "a file where the folder should be");
  const auto hold = spool_.add(record_of({blue_picture}));
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
  const auto hold = spool_.add(record_of({blue_picture, large}));
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
      EXPECT_TRUE(spool.add(record_of({blue_picture})));
      written = true;
    });
  }
  EXPECT_TRUE(written);
}

}  // namespace
}  // namespace wordbrush::edit
