// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/take_shelf.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "host/fake_canvas.h"
#include "support/main_loop.h"
#include "ui/take_shelf_fixture.h"

namespace wordbrush::ui {
namespace {

using test::FakeCanvas;
using test::half_changed;
using test::photo_image;
using test::run_until;
using test::TakeShelfTest;
using State = TakeShelf::State;

TEST_F(TakeShelfTest, AnAnswerGetsItsPreviewAndThumbnail) {
  const std::string id = add();
  const auto& item = *shelf_->find(id);
  ASSERT_TRUE(item.preview);
  EXPECT_EQ(item.preview->after->row(0)[0], 255);
  ASSERT_TRUE(item.thumbnail);
  EXPECT_EQ(item.thumbnail->width(), 2);
  EXPECT_FALSE(changed_.empty());
}

TEST_F(TakeShelfTest, TheNewestComesFirst) {
  const std::string first = add();
  const std::string second = add();
  const std::string unkept = add(false);
  const auto items = shelf_->items_of(photo_image);
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0]->id, unkept);
  EXPECT_EQ(items[1]->id, second);
  EXPECT_EQ(items[2]->id, first);
}

TEST_F(TakeShelfTest, AnImageShowsItsOwnResults) {
  const std::string id = add();
  EXPECT_EQ(shelf_->items_of({.id = 2, .file = "file:///other.png"}).size(), 0u);
  EXPECT_EQ(shelf_->items_of({.id = 2, .file = photo_image.file}).size(), 1u);
  EXPECT_EQ(shelf_->items_of({.id = 1}).size(), 1u);
}

TEST_F(TakeShelfTest, ASwitchActsWithoutANewRequest) {
  const std::string id = add();
  EXPECT_TRUE(shelf_->find(id)->take.fitted->mask.empty());
  edit::Treatment only_changes = shelf_->find(id)->treatment;
  only_changes.only_changes = true;
  shelf_->treat(id, only_changes);
  ASSERT_TRUE(wait_for(id, State::Ready));
  const auto& mask = shelf_->find(id)->take.fitted->mask;
  ASSERT_FALSE(mask.empty());
  EXPECT_EQ(mask.row(8)[3], 0);
  EXPECT_EQ(mask.row(8)[26], 255);
}

TEST_F(TakeShelfTest, TheLastOfSeveralSwitchesHolds) {
  const std::string id = add();
  edit::Treatment treatment = shelf_->find(id)->treatment;
  for (const int feather : {1, 2, 3, 4}) {
    treatment.feather = feather;
    shelf_->treat(id, treatment);
  }
  ASSERT_TRUE(wait_for(id, State::Ready));
  EXPECT_EQ(shelf_->find(id)->treatment.feather, 4);
  EXPECT_LT(shelf_->find(id)->take.fitted->mask.row(8)[3], 255);
}

TEST_F(TakeShelfTest, OnlyTheLastFewStayInMemory) {
  std::vector<std::string> ids;
  for (int i = 0; i < 6; ++i) ids.push_back(add());
  const auto& resting = *shelf_->find(ids[0]);
  EXPECT_EQ(resting.state, State::Resting);
  EXPECT_FALSE(resting.preview);
  EXPECT_FALSE(resting.take.fitted);
  EXPECT_TRUE(resting.thumbnail);
  shelf_->show(ids[0]);
  ASSERT_TRUE(wait_for(ids[0], State::Ready));
  EXPECT_TRUE(resting.take.fitted);
}

TEST_F(TakeShelfTest, WhatIsOnNoDiskStaysInMemory) {
  const std::string unkept = add(false);
  for (int i = 0; i < 6; ++i) add();
  EXPECT_EQ(shelf_->find(unkept)->state, State::Ready);
}

TEST_F(TakeShelfTest, SeveralAreAppliedInOneStep) {
  const std::vector<std::string> ids{add(), add()};
  FakeCanvas canvas(80, 60);
  ASSERT_TRUE(apply(canvas, ids));
  ASSERT_EQ(canvas.insertions().size(), 1u);
  EXPECT_EQ(canvas.insertions()[0].layers.size(), 2u);
  EXPECT_TRUE(shelf_->find(ids[0])->is_applied);
  EXPECT_TRUE(shelf_->find(ids[1])->is_applied);
}

TEST_F(TakeShelfTest, WhatGimpRefusesStaysUnapplied) {
  const std::vector<std::string> ids{add()};
  FakeCanvas canvas(80, 60);
  canvas.refuse();
  EXPECT_FALSE(apply(canvas, ids));
  EXPECT_FALSE(shelf_->find(ids[0])->is_applied);
}

TEST_F(TakeShelfTest, DiscardedIsGoneFromTheDiskToo) {
  const std::string id = add();
  shelf_->discard(id);
  EXPECT_EQ(shelf_->find(id), nullptr);
  EXPECT_TRUE(spool_.list().empty());
}

TEST_F(TakeShelfTest, DiscardedWhileItIsFittedIsGone) {
  const std::string id = shelf_->add(taken(half_changed()));
  shelf_->discard(id);
  test::run_for(std::chrono::milliseconds(50));
  EXPECT_EQ(shelf_->find(id), nullptr);
}

TEST_F(TakeShelfTest, TheResultsOfAFileAreThereAfterARestart) {
  const std::string first = add();
  const std::string second = add();
  FakeCanvas canvas(80, 60);
  ASSERT_TRUE(apply(canvas, {second}));
  start();
  EXPECT_TRUE(shelf_->items_of(photo_image).empty());
  shelf_->load({.id = 7, .file = photo_image.file});
  ASSERT_TRUE(run_until([&] { return shelf_->items_of(photo_image).size() == 2; }));
  EXPECT_FALSE(shelf_->find(first)->is_applied);
  EXPECT_TRUE(shelf_->find(second)->is_applied);
  EXPECT_EQ(shelf_->find(first)->state, State::Resting);
  shelf_->show(first);
  ASSERT_TRUE(wait_for(first, State::Ready));
  ASSERT_TRUE(apply(canvas, {first}));
}

TEST_F(TakeShelfTest, OfOtherFilesNothingIsLoaded) {
  add();
  start();
  shelf_->load({.id = 7, .file = "file:///other.png"});
  test::run_for(std::chrono::milliseconds(50));
  EXPECT_TRUE(changed_.size() <= 3);
  EXPECT_TRUE(shelf_->items_of({.id = 7, .file = "file:///other.png"}).empty());
}

TEST_F(TakeShelfTest, WhatIsDamagedSaysSo) {
  const std::string id = add();
  start();
  for (const auto& entry : std::filesystem::directory_iterator(spool_.folder_of(id)))
    if (entry.path().filename().string().starts_with("picture-"))
      std::ofstream(entry.path(), std::ios::trunc) << "none";
  shelf_->load(photo_image);
  ASSERT_TRUE(wait_for(id, State::Broken));
  shelf_->treat(id, {.feather = 3});
  ASSERT_TRUE(run_until([&] { return !shelf_->find(id)->failure.empty(); }));
}

}  // namespace
}  // namespace wordbrush::ui
