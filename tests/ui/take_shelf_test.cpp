// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/take_shelf.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "edit/record_fit.h"
#include "edit/spool_fixture.h"
#include "edit/spooled.h"
#include "host/fake_canvas.h"
#include "support/main_loop.h"

namespace wordbrush::ui {
namespace {

using edit::Spool;
using edit::SpoolRecord;
using test::Color;
using test::FakeCanvas;
using test::png;
using test::run_until;
using State = TakeShelf::State;

const ImageKey photo_image{.id = 1, .file = "file:///photo.xcf"};

/// A red answer of which the left half was red before, too.
SpoolRecord half_changed() {
  auto record = test::record_of({png(30, 16, test::red)});
  record.source.image_file = photo_image.file;
  record.source.selection = {};
  auto sent = test::plain(30, 16, test::blue);
  for (int y = 0; y < 16; ++y)
    for (int x = 0; x < 15; ++x)
      std::ranges::copy(test::red, sent.row(y) + (std::ptrdiff_t{4} * x));
  record.sent = std::make_shared<const Bytes>(pixels::encode_png(sent));
  return record;
}

class TakeShelfTest : public test::SpoolTest {
 protected:
  TakeShelfTest() { start(); }

  void start() {
    shelf_.reset();
    shelf_.emplace(
        spool_, [](const pixels::Bitmap&) { return test::plain(2, 2, test::red); },
        TakeShelf::Events{.on_changed = [this](const std::string& id) { changed_.push_back(id); }});
  }

  Taken taken(const SpoolRecord& record, bool on_disk = true) {
    Taken taken{.take = {.record = std::make_shared<const SpoolRecord>(record),
                         .is_of_this_session = true}};
    auto landed = edit::land_best(record, edit::fit_of(record, record.frame->treatment));
    taken.take.fitted = std::make_shared<const edit::Fitted>(std::move(*landed.fitted));
    if (on_disk) taken.hold = std::move(*spool_.add(record));
    return taken;
  }

  std::string add(bool on_disk = true) {
    const std::string id = shelf_->add(taken(half_changed(), on_disk));
    EXPECT_TRUE(wait_for(id, State::Ready));
    return id;
  }

  bool wait_for(const std::string& id, State state) {
    return run_until([&] {
      const auto* const item = shelf_->find(id);
      return item != nullptr && item->state == state;
    });
  }

  Result<edit::Outcome> apply(FakeCanvas& canvas, std::vector<std::string> ids) {
    std::optional<Result<edit::Outcome>> outcome;
    shelf_->apply(std::shared_ptr<FakeCanvas>(std::shared_ptr<void>(), &canvas), std::move(ids),
                  [&](Result<edit::Outcome> applied) { outcome = std::move(applied); });
    EXPECT_TRUE(run_until([&] { return outcome.has_value(); }));
    return std::move(*outcome);
  }

  std::optional<TakeShelf> shelf_;
  std::vector<std::string> changed_;
};

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
