// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/send_preview.h"

#include <gtest/gtest.h>

#include "edit/spool_fixture.h"
#include "host/fake_canvas.h"
#include "support/main_loop.h"

namespace wordbrush::ui {
namespace {

using test::FakeCanvas;
using test::run_until;

class SendPreviewTest : public testing::Test {
 protected:
  static Result<edit::Route> route(std::string model = "m-1") {
    return edit::Route{.endpoint = protocol::parse_endpoint("http://127.0.0.1:1").value(),
                       .model = std::move(model)};
  }

  /// What an order of these words and this margin makes it show.
  void refresh(std::string prompt, double context = 0, bool may_differ = false) {
    const int changes = changes_;
    preview_.refresh({.request = {.prompt = std::move(prompt)},
                      .treatment = {.context = context},
                      .canvas = canvas_},
                     route(), may_differ);
    ASSERT_TRUE(run_until([&] { return changes_ > changes; }));
  }

  std::size_t times_read() const { return canvas_->areas_read().size(); }

  int changes_ = 0;
  std::shared_ptr<FakeCanvas> canvas_ = std::make_shared<FakeCanvas>(80, 60);
  SendPreview preview_{[this] { ++changes_; }};
};

TEST_F(SendPreviewTest, OtherWordsReadNothingAnew) {
  refresh("a hat");
  ASSERT_EQ(preview_.pictures().size(), 1u);
  const std::size_t before = times_read();
  refresh("a red hat");
  EXPECT_EQ(times_read(), before);
  EXPECT_EQ(preview_.pictures().size(), 1u);
}

TEST_F(SendPreviewTest, WhatChangesThePicturesDoes) {
  canvas_->select({20, 20, 20, 20});
  refresh("a hat");
  const int width = preview_.pictures()[0].width;
  refresh("a hat", 0.5);
  EXPECT_GT(preview_.pictures()[0].width, width);
}

TEST_F(SendPreviewTest, SoDoesAnImageThatMayHaveChanged) {
  refresh("a hat");
  const std::string before = preview_.pictures()[0].checksum;
  canvas_->paint({0, 0, 40, 60}, {0, 0, 0, 255});
  refresh("a hat", 0, true);
  EXPECT_NE(preview_.pictures()[0].checksum, before);
}

TEST_F(SendPreviewTest, WhatCannotBeDoneIsKnownBeforeAnythingIsSent) {
  refresh("a hat");
  EXPECT_TRUE(preview_.limits().empty());
  canvas_->limit(host::Limit::NewImage);
  refresh("a hat", 0, true);
  EXPECT_EQ(preview_.limits(), std::vector{host::Limit::NewImage});
  canvas_->close();
  refresh("a hat", 0, true);
  EXPECT_TRUE(preview_.limits().empty());
}

TEST_F(SendPreviewTest, OfTwoQuickChangesTheLastHolds) {
  canvas_->select({20, 20, 20, 20});
  preview_.refresh({.treatment = {.context = 0.5}, .canvas = canvas_}, route(), true);
  refresh("a hat");
  EXPECT_EQ(preview_.pictures()[0].width, 20);
}

}  // namespace
}  // namespace wordbrush::ui
