// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/take.h"

#include <gtest/gtest.h>

#include "edit/record_fit.h"
#include "edit/spooled.h"
#include "host/fake_canvas.h"

namespace wordbrush::edit {
namespace {

using test::Color;
using test::FakeCanvas;
using test::plain;
using test::png;
using test::record_of;

Color color_at(const pixels::Bitmap& bitmap, int x, int y) {
  const auto* at = bitmap.row(y) + std::ptrdiff_t{4} * x;
  return {at[0], at[1], at[2], at[3]};
}

/// A red answer on a blue frame; its target is the frame without a margin of 5 pixels.
SpoolRecord red_on_blue() {
  auto record = record_of({png(40, 26, test::red)});
  record.frame = SpooledFrame{.frame = {5, 15, 40, 26}, .upload_width = 40, .upload_height = 26};
  record.sent = png(40, 26, test::blue);
  record.source.selection = pixels::Mask(30, 16, 255);
  return record;
}

Take take_of(SpoolRecord record) {
  auto landed = land_best(record, fit_of(record, {}));
  EXPECT_TRUE(landed.fitted);
  return {.record = std::make_shared<const SpoolRecord>(std::move(record)),
          .is_of_this_session = true,
          .fitted = std::make_shared<const Fitted>(std::move(*landed.fitted))};
}

TEST(TakeTest, ThePreviewShowsTheResultWithinTheTarget) {
  const Take take = take_of(red_on_blue());
  const auto preview = make_preview(*take.record, *take.fitted);
  ASSERT_TRUE(preview);
  EXPECT_EQ(preview->target, (Rect{5, 5, 30, 16}));
  EXPECT_EQ(color_at(*preview->before, 20, 12), test::blue);
  EXPECT_EQ(color_at(*preview->after, 20, 12), test::red);
  EXPECT_EQ(color_at(*preview->after, 4, 12), test::blue);
  EXPECT_EQ(color_at(*preview->after, 35, 12), test::blue);
}

TEST(TakeTest, ThePreviewMixesWhereTheSelectionIsSoft) {
  SpoolRecord record = red_on_blue();
  record.source.selection = pixels::Mask(30, 16, 51);
  const Take take = take_of(std::move(record));
  const auto preview = make_preview(*take.record, *take.fitted);
  ASSERT_TRUE(preview);
  EXPECT_EQ(color_at(*preview->after, 20, 12), (Color{51, 0, 204, 255}));
}

TEST(TakeTest, ThePreviewHasTheSizeThatWasSent) {
  SpoolRecord record = red_on_blue();
  record.frame->upload_width = 20;
  record.frame->upload_height = 13;
  record.sent = png(20, 13, test::blue);
  const Take take = take_of(std::move(record));
  const auto preview = make_preview(*take.record, *take.fitted);
  ASSERT_TRUE(preview);
  EXPECT_EQ(preview->after->width(), 20);
  EXPECT_EQ(color_at(*preview->after, 10, 6), test::red);
  EXPECT_EQ(color_at(*preview->after, 0, 6), test::blue);
}

TEST(TakeTest, WithoutAFrameThereIsNoBefore) {
  SpoolRecord record = red_on_blue();
  record.frame.reset();
  const Take take = take_of(std::move(record));
  const auto preview = make_preview(*take.record, *take.fitted);
  ASSERT_TRUE(preview);
  EXPECT_FALSE(preview->before);
  EXPECT_EQ(preview->target.width, preview->after->width());
}

TEST(TakeTest, WhatWasSentCannotBeShownWhereItIsDamaged) {
  SpoolRecord record = red_on_blue();
  record.sent = test::no_picture();
  const Take take = take_of(std::move(record));
  EXPECT_EQ(make_preview(*take.record, *take.fitted).error().kind, ErrorKind::BadImage);
}

TEST(TakeTest, SeveralAreInsertedAtOnceAndStayOfUse) {
  FakeCanvas canvas(80, 60);
  const Take takes[] = {take_of(red_on_blue()), take_of(red_on_blue())};
  for (int times = 1; times <= 2; ++times) {
    const auto outcome = apply(canvas, takes);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->inserted.layer_ids.size(), 2u);
    EXPECT_EQ(canvas.insertions().back().layers.back().place, (Rect{10, 20, 30, 16}));
    EXPECT_EQ(color_at(canvas.insertions().back().layers.back().pixels, 3, 3), test::red);
  }
}

Take named(const char* name) {
  SpoolRecord record = red_on_blue();
  record.layer_name = name;
  return take_of(std::move(record));
}

std::vector<std::string> names_after(std::span<const Take> takes) {
  FakeCanvas canvas(80, 60);
  EXPECT_TRUE(apply(canvas, takes));
  const auto& inserted = canvas.insertions().back();
  std::vector<std::string> names = {inserted.group_name};
  for (const auto& layer : inserted.layers) names.push_back(layer.name);
  return names;
}

TEST(TakeTest, AGroupHasThePromptsNameAndItsLayersAreNumbered) {
  const Take takes[] = {named("warmer"), named("warmer")};
  EXPECT_EQ(names_after(takes), (std::vector<std::string>{"warmer", "warmer (1)", "warmer (2)"}));
}

TEST(TakeTest, LayersOfSeveralPromptsKeepTheirNamesInAGroup) {
  const Take takes[] = {named("warmer"), named("colder")};
  EXPECT_EQ(names_after(takes), (std::vector<std::string>{"Wordbrush", "warmer", "colder"}));
}

TEST(TakeTest, OnAnotherCanvasATakeOfAnEarlierSessionComesToTheMiddle) {
  FakeCanvas canvas(20, 100);
  Take take = take_of(red_on_blue());
  take.is_of_this_session = false;
  const auto outcome = apply(canvas, {&take, 1});
  ASSERT_TRUE(outcome);
  EXPECT_EQ(canvas.insertions().back().layers.back().place, (Rect{-5, 42, 30, 16}));
  ASSERT_EQ(outcome->report.warnings.size(), 1u);
  EXPECT_EQ(outcome->report.warnings[0].name, "other_size");
}

}  // namespace
}  // namespace wordbrush::edit
