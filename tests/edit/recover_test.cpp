// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/recover.h"

#include <gtest/gtest.h>

#include "edit/spooled.h"
#include "host/fake_canvas.h"
#include "settings/temp_folder.h"

namespace wordbrush::edit {
namespace {

using test::blue_picture;
using test::FakeCanvas;
using test::names_in;
using test::no_picture;
using test::png;
using test::record_of;
using test::TempFolder;

class RecoverTest : public testing::Test {
 protected:
  void keep(const SpoolRecord& record) {
    const auto hold = spool_.add(record);
    ASSERT_TRUE(hold) << hold.error().detail;
  }

  /// What is inserted on `canvas`, the only layer of one insertion.
  const host::NewLayer& recovered_on(FakeCanvas& canvas) {
    outcome_ = recover_last(spool_, canvas);
    EXPECT_TRUE(*outcome_) << (*outcome_ ? "" : outcome_->error().detail);
    return canvas.insertions().at(0).layers.at(0);
  }

  std::string warnings() const {
    std::string names;
    for (const Warning& warning : (*outcome_)->report.warnings) names += warning.name + " ";
    return names;
  }

  TempFolder folder_;
  Spool spool_{folder_.path()};
  std::optional<Result<Outcome>> outcome_;
};

TEST_F(RecoverTest, WithNothingThereIsSaidSo) {
  FakeCanvas canvas(80, 60);
  const auto outcome = recover_last(spool_, canvas);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, ErrorKind::Input);
  EXPECT_FALSE(outcome.error().detail.empty());
  EXPECT_FALSE(warning_of_waiting(spool_));
}

TEST_F(RecoverTest, ReportsWhatItWas) {
  keep(record_of({blue_picture}));
  EXPECT_EQ(warning_of_waiting(spool_)->name, "result_waiting");
  FakeCanvas canvas(80, 60);
  recovered_on(canvas);
  const Outcome& outcome = **outcome_;
  EXPECT_EQ(outcome.text, "Done.");
  EXPECT_EQ(outcome.report.model, "m-1");
  EXPECT_EQ(outcome.report.host, "127.0.0.1");
  EXPECT_EQ(outcome.report.target, (Rect{10, 20, 30, 16}));
  EXPECT_EQ(outcome.report.answers.at(0).width, 30);
  EXPECT_EQ(warnings(), "");
  EXPECT_FALSE(warning_of_waiting(spool_));
}

TEST_F(RecoverTest, WhatStandsInTheImageIsNotInsertedAgain) {
  keep(record_of({blue_picture}));
  const std::string id = spool_.list().at(0).id;
  FakeCanvas canvas(80, 60);
  // As if whoever inserted it had been killed right then.
  const host::NewLayer layers[] = {{"hat", {0, 0, 2, 2}, pixels::Bitmap(2, 2), {}, id}};
  ASSERT_TRUE(canvas.insert({.image_id = 1}, layers, "hat"));
  const auto outcome = recover_last(spool_, canvas);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, ErrorKind::Input);
  EXPECT_EQ(canvas.insertions().size(), 1u);
  EXPECT_FALSE(warning_of_waiting(spool_));
  EXPECT_TRUE(spool_.list().at(0).is_set_aside) << "its files stay, all the same";
}

TEST_F(RecoverTest, TheLayerNamesTheAnswerThatItIs) {
  keep(record_of({blue_picture}));
  const std::string id = spool_.list().at(0).id;
  FakeCanvas canvas(80, 60);
  EXPECT_EQ(recovered_on(canvas).answer, id);
}

TEST_F(RecoverTest, ScalesToTheFrameAndCropsToTheTarget) {
  // The frame is 40 x 40 at (5, 5), sent and answered at 20 x 20.
  SpoolRecord record = record_of({});
  record.frame = SpooledFrame{.frame = {5, 5, 40, 40}, .upload_width = 20, .upload_height = 20};
  auto picture = test::plain(20, 20, {0, 0, 0, 255});
  for (int y = 10; y < 20; ++y)
    for (int x = 0; x < 20; ++x)
      picture.row(y)[std::ptrdiff_t{x} * 4] = 255;  // the lower half is red
  record.pictures = {std::make_shared<const Bytes>(pixels::encode_png(picture))};
  keep(record);
  FakeCanvas canvas(80, 60);
  const auto& layer = recovered_on(canvas);
  EXPECT_EQ(layer.place, (Rect{10, 20, 30, 16}));
  // The target's row 0 is canvas row 20, above the edge at 25; its row 15 is below it.
  EXPECT_EQ(layer.pixels.row(0)[0], 0);
  EXPECT_EQ(layer.pixels.row(15)[0], 255);
}

TEST_F(RecoverTest, TheLastPictureIsTheResult) {
  keep(record_of({png(30, 16, {255, 0, 0, 255}), blue_picture}));
  FakeCanvas canvas(80, 60);
  EXPECT_EQ(recovered_on(canvas).pixels.bytes()[0], 0);
  EXPECT_EQ((*outcome_)->report.answers.at(0).pictures, 2);
}

TEST_F(RecoverTest, KeepsOnlyWhatChangedAsTheEditWould) {
  SpoolRecord record = record_of({png(30, 16, {0, 0, 255, 255})});
  record.source.selection = {};
  auto sent = test::plain(30, 16, {0, 0, 255, 255});
  for (int y = 0; y < 16; ++y)
    for (int x = 0; x < 12; ++x)
      sent.row(y)[(std::ptrdiff_t{x} * 4) + 1] = 255;  // the left part was another color
  record.sent = std::make_shared<const Bytes>(pixels::encode_png(sent));
  record.frame->treatment.only_changes = true;
  keep(record);
  FakeCanvas canvas(80, 60);
  const auto& layer = recovered_on(canvas);
  ASSERT_EQ(layer.mask.values.size(), 30u * 16u);
  EXPECT_EQ(layer.mask.row(8)[4], 255);
  EXPECT_EQ(layer.mask.row(8)[25], 0);
}

TEST_F(RecoverTest, FeathersAsTheEditWould) {
  SpoolRecord record = record_of({blue_picture});
  record.source.selection = {};
  record.frame->treatment.feather = 4;
  keep(record);
  FakeCanvas canvas(80, 60);
  const auto& layer = recovered_on(canvas);
  ASSERT_EQ(layer.mask.values.size(), 30u * 16u);
  EXPECT_LT(layer.mask.row(8)[0], 255);
  EXPECT_EQ(layer.mask.row(8)[15], 255);
}

TEST_F(RecoverTest, WhereNoImageIsOpenItMakesOneOfTheCanvasSize) {
  keep(record_of({blue_picture}));
  FakeCanvas canvas(80, 60);
  canvas.close();
  const auto& layer = recovered_on(canvas);
  EXPECT_EQ(layer.place, (Rect{10, 20, 30, 16}));
  EXPECT_EQ(canvas.insertions()[0].source.canvas_width, 80);
  EXPECT_EQ(canvas.insertions()[0].source.canvas_height, 60);
  EXPECT_EQ(warnings(), "") << "that is what was asked for";
}

struct RecoverPlaceCase {
  const char* name;
  int width;
  int height;
  Rect expected;
};

void PrintTo(const RecoverPlaceCase& c, std::ostream* os) {
  *os << c.name;
}

class RecoverPlaceTest : public RecoverTest,
                         public testing::WithParamInterface<RecoverPlaceCase> {};

TEST_P(RecoverPlaceTest, OnACanvasOfAnotherSize) {
  const RecoverPlaceCase& c = GetParam();
  keep(record_of({blue_picture}));
  FakeCanvas canvas(c.width, c.height);
  EXPECT_EQ(recovered_on(canvas).place, c.expected);
  EXPECT_EQ(warnings(), "other_size ");
}

INSTANTIATE_TEST_SUITE_P(
    Places, RecoverPlaceTest,
    testing::Values(RecoverPlaceCase{"LargerKeepsThePlace", 200, 100, {10, 20, 30, 16}},
                    RecoverPlaceCase{"TooLowGoesToTheMiddle", 80, 30, {25, 7, 30, 16}},
                    RecoverPlaceCase{"TooSmallSticksOut", 20, 10, {-5, -3, 30, 16}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(RecoverTest, WordsAloneComeToTheMiddleOfAnOpenImage) {
  SpoolRecord record = record_of({png(20, 20, {0, 0, 255, 255})});
  record.frame.reset();
  record.source = {};
  keep(record);
  FakeCanvas canvas(80, 60);
  EXPECT_EQ(recovered_on(canvas).place, (Rect{30, 20, 20, 20}));
  EXPECT_EQ(warnings(), "");
}

TEST_F(RecoverTest, WordsAloneMakeAnImageOfTheirSize) {
  SpoolRecord record = record_of({png(20, 12, {0, 0, 255, 255})});
  record.frame.reset();
  record.source = {};
  keep(record);
  FakeCanvas canvas(80, 60);
  canvas.close();
  EXPECT_EQ(recovered_on(canvas).place, (Rect{0, 0, 20, 12}));
  EXPECT_EQ(canvas.insertions()[0].source.canvas_height, 12);
}

TEST_F(RecoverTest, RefusedAgainItStays) {
  keep(record_of({blue_picture}));
  FakeCanvas canvas(80, 60);
  canvas.refuse();
  const auto outcome = recover_last(spool_, canvas);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().detail.find("The answer is kept"), std::string::npos);
  EXPECT_TRUE(warning_of_waiting(spool_));
  canvas.refuse(false);
  EXPECT_TRUE(recover_last(spool_, canvas));
}

TEST_F(RecoverTest, WhatCannotBeReadIsOfferedOnce) {
  keep(record_of({no_picture()}));
  FakeCanvas canvas(80, 60);
  const auto outcome = recover_last(spool_, canvas);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, ErrorKind::BadImage);
  EXPECT_NE(outcome.error().detail.find(folder_.path().string()), std::string::npos);
  EXPECT_FALSE(warning_of_waiting(spool_));
  EXPECT_EQ(recover_last(spool_, canvas).error().kind, ErrorKind::Input);
  EXPECT_EQ(names_in(folder_.path()).size(), 1u) << "it is still there";
}

TEST_F(RecoverTest, WhatIsDamagedIsToldWithItsPlace) {
  keep(record_of({blue_picture}));
  const auto damaged = spool_.folder_of(spool_.list().at(0).id);
  std::filesystem::remove(damaged / "record.json");
  FakeCanvas canvas(80, 60);
  const auto outcome = recover_last(spool_, canvas);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().detail.find(damaged.string()), std::string::npos);
  EXPECT_TRUE(std::filesystem::exists(damaged / "picture-1.png"));
}

TEST_F(RecoverTest, WhatIsOnItsWayIsLeftAlone) {
  const auto hold = spool_.add(record_of({blue_picture}));
  ASSERT_TRUE(hold);
  FakeCanvas canvas(80, 60);
  EXPECT_EQ(recover_last(spool_, canvas).error().kind, ErrorKind::Input);
  EXPECT_TRUE(canvas.insertions().empty());
}

TEST_F(RecoverTest, WhatCannotBeReadDoesNotStandInTheWay) {
  keep(record_of({blue_picture}));
  keep(record_of({no_picture()}));
  FakeCanvas canvas(80, 60);
  EXPECT_EQ(recovered_on(canvas).pixels.bytes()[2], 255);
  EXPECT_EQ(warnings(), "record_unreadable ");
}

}  // namespace
}  // namespace wordbrush::edit
