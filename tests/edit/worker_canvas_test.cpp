// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/worker_canvas.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "base/worker.h"
#include "host/bands.h"
#include "host/fake_canvas.h"
#include "support/main_loop.h"

namespace wordbrush::host {
namespace {

using test::FakeCanvas;
using test::run_until;

class WorkerCanvasTest : public testing::Test {
 protected:
  template <class T>
  Result<T> on_worker(std::function<Result<T>(Canvas&)> work) {
    std::optional<Result<T>> result;
    const Worker worker =
        run_on_worker<Result<T>>([lent = loan_->lent(), work] { return work(*lent); },
                                 [&](Result<T> done) { result = std::move(done); });
    if (leaves_) loan_.reset();
    EXPECT_TRUE(run_until([&] { return result.has_value(); }));
    return std::move(*result);
  }

  std::shared_ptr<FakeCanvas> canvas_ = std::make_shared<FakeCanvas>(3000, 200);
  std::optional<CanvasLoan> loan_{canvas_};
  bool leaves_ = false;
};

TEST_F(WorkerCanvasTest, AWorkerReadsWhatTheMainLoopHolds) {
  canvas_->paint({2500, 150, 500, 50}, {1, 2, 3, 255});
  const auto pixels = on_worker<pixels::Bitmap>([](Canvas& canvas) {
    return canvas.look(Area::Layer).and_then([&](const Source& source) {
      return canvas.read(source, source.extents);
    });
  });
  ASSERT_TRUE(pixels);
  EXPECT_TRUE(std::ranges::equal(pixels->bytes(), canvas_->picture().bytes()));
}

TEST_F(WorkerCanvasTest, AWorkerInserts) {
  const auto inserted = on_worker<Inserted>([](Canvas& canvas) {
    const NewLayer layers[] = {{"hat", {1, 2, 4, 3}, pixels::Bitmap(4, 3), {}, {}}};
    return canvas.insert({.image_id = 1}, layers, "hats");
  });
  ASSERT_TRUE(inserted);
  ASSERT_EQ(canvas_->insertions().size(), 1u);
  EXPECT_EQ(canvas_->insertions()[0].layers[0].place, (Rect{1, 2, 4, 3}));
}

TEST_F(WorkerCanvasTest, WhoeverLeavesEndsTheReading) {
  leaves_ = true;
  const auto source = on_worker<Source>([](Canvas& canvas) { return canvas.look(Area::Layer); });
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind, ErrorKind::Cancelled);
  EXPECT_EQ(canvas_.use_count(), 1);
}

TEST(BlocksTest, TheyCoverAllOfItOnce) {
  const Rect whole{10, -20, 5000, 300};
  const Blocks blocks(whole);
  std::vector<int> covered(static_cast<std::size_t>(whole.width) * 300);
  for (int i = 0; i < blocks.count(); ++i) {
    const Rect block = blocks.at(i);
    EXPECT_EQ(intersection(block, whole), block);
    for (int y = block.y; y < block.bottom(); ++y)
      for (int x = block.x; x < block.right(); ++x)
        ++covered[static_cast<std::size_t>((y - whole.y) * whole.width + x - whole.x)];
  }
  EXPECT_TRUE(std::ranges::all_of(covered, [](int times) { return times == 1; }));
}

}  // namespace
}  // namespace wordbrush::host
