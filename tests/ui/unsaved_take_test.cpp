// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/main_loop.h"
#include "ui/save_watch.h"
#include "ui/take_shelf_fixture.h"

namespace wordbrush::ui {
namespace {

using test::half_changed;
using test::photo_image;
using test::run_until;
using test::TakeShelfTest;
using State = TakeShelf::State;

/// What was made of an image that has no file, in a run of GIMP.
class UnsavedTakeTest : public TakeShelfTest {
 protected:
  UnsavedTakeTest() {
    auto record = half_changed();
    record.source.image_file.clear();
    record.source.session = untitled.session;
    id_ = shelf_->add(taken(record));
    EXPECT_TRUE(wait_for(id_, State::Ready));
  }

  bool comes_back(const ImageKey& key) {
    start();
    shelf_->load(key);
    return run_until([&] { return shelf_->items_of(key).size() == 1; });
  }

  bool stays_away(const ImageKey& key) {
    start();
    shelf_->load(key);
    test::run_for(std::chrono::milliseconds(50));
    return shelf_->items_of(key).empty();
  }

  const ImageKey untitled{.id = 1, .session = "first"};
  std::string id_;
};

TEST_F(UnsavedTakeTest, IsThereAgainInTheSameRunOfGimp) {
  EXPECT_TRUE(comes_back(untitled));
  shelf_->show(id_);
  EXPECT_TRUE(wait_for(id_, State::Ready));
}

TEST_F(UnsavedTakeTest, IsNotAnotherImages) {
  EXPECT_TRUE(stays_away({.id = 2, .session = "first"}));
  EXPECT_TRUE(stays_away({.id = 1, .session = "second"}));
}

TEST_F(UnsavedTakeTest, GoesWithTheImageToItsFile) {
  shelf_->load({.id = 1, .file = photo_image.file, .session = "first"});
  EXPECT_TRUE(comes_back({.id = 9, .file = photo_image.file, .session = "second"}));
}

TEST_F(UnsavedTakeTest, GoesToAFileThatWasSavedWhileTheWindowWasClosed) {
  EXPECT_TRUE(comes_back({.id = 1, .file = photo_image.file, .session = "first"}));
  EXPECT_TRUE(comes_back({.id = 9, .file = photo_image.file, .session = "second"}));
}

TEST_F(UnsavedTakeTest, GoesToAFileWhoeverHasTheFocusMeanwhile) {
  shelf_->load({.id = 2, .session = "first"});
  bool may_ask = false;
  std::vector<int> asked;
  SaveWatch watch(*shelf_, {.key_of =
                                [&](int id) {
                                  asked.push_back(id);
                                  return ImageKey{
                                      .id = id, .file = photo_image.file, .session = "first"};
                                },
                            .may_ask = [&] { return may_ask; }});
  watch.look();
  EXPECT_TRUE(asked.empty()) << "GIMP may be at work";
  may_ask = true;
  watch.look();
  watch.look();
  EXPECT_EQ(asked, std::vector{1}) << "and no more once it has a file";
  EXPECT_TRUE(comes_back({.id = 9, .file = photo_image.file, .session = "second"}));
}

TEST_F(UnsavedTakeTest, IsThereWhereNoImageIsOpenAfterGimpHasEnded) {
  EXPECT_TRUE(comes_back({.id = 0, .session = "second"}));
  EXPECT_TRUE(stays_away({.id = 0, .session = "first"})) << "its image may be open";
}

TEST_F(UnsavedTakeTest, IsThereInAFileOfItsSizeThatWasWrittenSince) {
  const auto& record = *shelf_->find(id_)->take.record;
  const ImageKey saved{.id = 3,
                       .file = photo_image.file,
                       .session = "second",
                       .width = record.source.canvas_width,
                       .height = record.source.canvas_height,
                       .written = record.time};
  ImageKey older = saved;
  --older.written;
  ImageKey larger = saved;
  ++larger.width;
  ImageKey untitled_too = saved;
  untitled_too.file.clear();
  EXPECT_TRUE(stays_away(older));
  EXPECT_TRUE(stays_away(larger));
  EXPECT_TRUE(stays_away(untitled_too));
  EXPECT_TRUE(comes_back(saved));
  EXPECT_TRUE(comes_back({.id = 0, .session = "third"})) << "it may be of another file after all";
}

}  // namespace
}  // namespace wordbrush::ui
