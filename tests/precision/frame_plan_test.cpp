// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/frame_plan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace wordbrush::precision {

static void PrintTo(const Padding& p, std::ostream* os) {
  *os << p.left << " " << p.top << " " << p.right << " " << p.bottom;
}

namespace {

FrameRequest whole_canvas(int width, int height) {
  return {.canvas_width = width, .canvas_height = height, .target = {0, 0, width, height}};
}

bool holds(const Rect& outer, const Rect& inner) {
  return intersection(outer, inner) == inner;
}

TEST(FramePlanTest, WithoutContextAndSizesTheFrameIsTheTarget) {
  const auto plan = plan_frame(
      {.canvas_width = 800, .canvas_height = 600, .target = {10, 20, 301, 203}, .context = 0});
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->frame, (Rect{10, 20, 301, 203}));
  EXPECT_EQ(plan->upload_width, 301);
  EXPECT_EQ(plan->upload_height, 203);
  EXPECT_EQ(plan->scale, 1);
  EXPECT_EQ(plan->density, 1);
  EXPECT_EQ(plan->padding, Padding{});
  EXPECT_FALSE(plan->output);
  EXPECT_FALSE(plan->overview);
}

TEST(FramePlanTest, MarginIsAShareOfTheDiagonalAndAtLeast32Pixels) {
  FrameRequest request{.canvas_width = 4000, .canvas_height = 3000};
  request.target = {1000, 1000, 300, 400};
  EXPECT_EQ(plan_frame(request)->frame, (Rect{950, 950, 400, 500}));
  request.target = {1000, 1000, 30, 40};
  EXPECT_EQ(plan_frame(request)->frame, (Rect{968, 968, 94, 104}));
}

TEST(FramePlanTest, MarginEndsWithTheCanvas) {
  const auto plan =
      plan_frame({.canvas_width = 100, .canvas_height = 80, .target = {0, 10, 100, 40}});
  EXPECT_EQ(plan->frame, (Rect{0, 0, 100, 80}));
  EXPECT_EQ(plan->padding, Padding{});
}

TEST(FramePlanTest, GrowsIntoRealPixelsBeforeItPads) {
  const auto plan = plan_frame({.canvas_width = 1000,
                                .canvas_height = 1000,
                                .target = {0, 400, 600, 200},
                                .context = 0,
                                .sizes = sizes_of("gemini-2.5-flash-image"),
                                .ratio = "1:1"});
  EXPECT_EQ(plan->frame, (Rect{0, 200, 600, 600}));
  EXPECT_EQ(plan->padding, Padding{});
}

TEST(FramePlanTest, PadsWhereTheCanvasEnds) {
  FrameRequest request = whole_canvas(900, 300);
  request.sizes = sizes_of("gpt-image-1");
  const auto plan = plan_frame(request);
  EXPECT_EQ(plan->frame, (Rect{0, -150, 900, 600}));
  EXPECT_EQ(plan->padding, (Padding{0, 150, 0, 150}));
}

TEST(FramePlanTest, HoldsATargetThatHangsOverTheCanvas) {
  for (const char* model : {"", "gpt-image-1"}) {
    const auto plan = plan_frame({.canvas_width = 400,
                                  .canvas_height = 300,
                                  .target = {-150, 250, 300, 200},
                                  .sizes = sizes_of(model)});
    EXPECT_TRUE(holds(plan->frame, {-150, 250, 300, 200}));
    EXPECT_GE(plan->padding.left, 150);
    EXPECT_GE(plan->padding.bottom, 150);
  }
}

TEST(FramePlanTest, ChoosesTheNearestRatio) {
  FrameRequest request = whole_canvas(1900, 1000);
  request.sizes = sizes_of("gemini-3-pro-image");
  EXPECT_EQ(plan_frame(request)->output->ratio, "16:9");
  request = whole_canvas(300, 1000);
  request.sizes = sizes_of("gemini-3.1-flash-image");
  EXPECT_EQ(plan_frame(request)->output->ratio, "1:4");
}

struct TierCase {
  int side;
  const char* tier;
  double density;
};

class FramePlanTierTest : public testing::TestWithParam<TierCase> {};

TEST_P(FramePlanTierTest, TakesTheSmallestTierThatLosesNothing) {
  FrameRequest request = whole_canvas(GetParam().side, GetParam().side);
  request.sizes = sizes_of("gemini-3.1-flash-image");
  const auto plan = plan_frame(request);
  EXPECT_EQ(plan->output->tier, GetParam().tier);
  EXPECT_DOUBLE_EQ(plan->density, GetParam().density);
  EXPECT_EQ(plan->upload_width, std::min(GetParam().side, plan->output->width));
}

INSTANTIATE_TEST_SUITE_P(Sides, FramePlanTierTest,
                         testing::Values(TierCase{256, "512", 2}, TierCase{512, "512", 1},
                                         TierCase{640, "1K", 1.6}, TierCase{2000, "2K", 1.024},
                                         TierCase{4096, "4K", 1}, TierCase{8192, "4K", 0.5}),
                         [](const auto& test) { return std::to_string(test.param.side); });

TEST(FramePlanTest, TakesTheRatioAndTierThatAreAskedFor) {
  FrameRequest request = whole_canvas(3000, 3000);
  request.sizes = sizes_of("gemini-3-pro-image");
  request.tier = "1K";
  request.ratio = "3:2";
  const auto plan = plan_frame(request);
  EXPECT_EQ(*plan->output, (ModelSize{"3:2", "1K", 1264, 848}));
  EXPECT_EQ(plan->upload_width, 1264);
  EXPECT_EQ(plan->upload_height, 848);
}

TEST(FramePlanTest, SendsNoLongerSideThanAllowed) {
  FrameRequest request = whole_canvas(6000, 4000);
  request.max_side = 1500;
  EXPECT_EQ(plan_frame(request)->upload_width, 1500);
  EXPECT_EQ(plan_frame(request)->upload_height, 1000);
  request.sizes = sizes_of("gemini-3-pro-image");
  EXPECT_LE(plan_frame(request)->upload_width, 1500);
  EXPECT_GT(plan_frame(request)->upload_width, 1400);
}

TEST(FramePlanTest, AddsAnOverviewWhereTheFrameShowsLessThanHalf) {
  FrameRequest request{.canvas_width = 4000, .canvas_height = 2000};
  request.target = {1000, 1000, 300, 400};
  const auto plan = plan_frame(request);
  ASSERT_TRUE(plan->overview);
  EXPECT_EQ(plan->overview->width, 1024);
  EXPECT_EQ(plan->overview->height, 512);
  EXPECT_EQ(plan->overview->outline, (Rect{243, 243, 102, 128}));
  request.target = {100, 0, 2500, 2000};
  EXPECT_FALSE(plan_frame(request)->overview);
}

TEST(FramePlanTest, RefusesWhatCannotBeSent) {
  FrameRequest good = whole_canvas(100, 100);
  ASSERT_TRUE(plan_frame(good));
  const auto refused = [](const FrameRequest& request) {
    const auto plan = plan_frame(request);
    return !plan && plan.error().kind == ErrorKind::Input && !plan.error().detail.empty();
  };
  const auto with = [&](auto change) {
    FrameRequest request = good;
    change(request);
    return request;
  };
  EXPECT_TRUE(refused({}));
  EXPECT_TRUE(refused(with([](auto& r) { r.target = {}; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.target = {100, 0, 10, 10}; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.target = {0, -10, 10, 10}; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.target.x = -2000000000; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.context = -0.1; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.context = 10.1; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.context = std::nan(""); })));
  EXPECT_TRUE(refused(with([](auto& r) { r.max_side = 127; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.max_side = 65536; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.max_overview_side = -1; })));
  EXPECT_TRUE(refused(with([](auto& r) { r.canvas_width = 524289; })));
}

class RandomFrames {
 public:
  explicit RandomFrames(unsigned seed) : random_(seed) {}

  FrameRequest next() {
    const char* models[] = {"", "gemini-2.5-flash-image", "gemini-3-pro-image",
                            "gemini-3.1-flash-image", "gpt-image-1"};
    FrameRequest request{.canvas_width = side(12000), .canvas_height = side(12000)};
    request.target.width = side(request.canvas_width);
    request.target.height = side(request.canvas_height);
    request.target.x = between(0, request.canvas_width - request.target.width);
    request.target.y = between(0, request.canvas_height - request.target.height);
    request.context = between(0, 3) == 0 ? 0 : between(1, 40) / 100.0;
    request.sizes = sizes_of(models[between(0, 4)]);
    return request;
  }

 private:
  int between(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }
  /// 1 to `most`, small ones as likely as large ones.
  int side(int most) {
    std::uniform_real_distribution<double> exponent(0, std::log(most));
    return std::clamp(static_cast<int>(std::exp(exponent(random_))), 1, most);
  }

  std::mt19937 random_;
};

Rect margin_box(const FrameRequest& request) {
  const Rect& t = request.target;
  if (request.context == 0) return t;
  const double diagonal = std::hypot(t.width, t.height);
  const int margin = static_cast<int>(std::max(32.0, std::ceil(request.context * diagonal)));
  return intersection({t.x - margin, t.y - margin, t.width + 2 * margin, t.height + 2 * margin},
                      {0, 0, request.canvas_width, request.canvas_height});
}

TEST(FramePlanPropertyTest, TargetAndMarginLieInAFrameThatScalesEvenly) {
  RandomFrames frames(20240607);
  for (int i = 0; i < 10000; ++i) {
    const FrameRequest request = frames.next();
    const auto plan = plan_frame(request);
    ASSERT_TRUE(plan);
    ASSERT_TRUE(holds(plan->frame, margin_box(request))) << i;
    const double x_scale = static_cast<double>(plan->upload_width) / plan->frame.width;
    const double y_scale = static_cast<double>(plan->upload_height) / plan->frame.height;
    ASSERT_NEAR(x_scale / y_scale, 1, 1e-4) << i;
    ASSERT_LE(x_scale, 1) << i;
    ASSERT_LE(std::max(plan->upload_width, plan->upload_height), 4096) << i;
  }
}

TEST(FramePlanPropertyTest, PadsOnlyWhatTheCanvasCannotGive) {
  RandomFrames frames(77);
  for (int i = 0; i < 10000; ++i) {
    const FrameRequest request = frames.next();
    const auto plan = plan_frame(request);
    const Padding& p = plan->padding;
    ASSERT_EQ(p.left + p.right, std::max(0, plan->frame.width - request.canvas_width)) << i;
    ASSERT_EQ(p.top + p.bottom, std::max(0, plan->frame.height - request.canvas_height)) << i;
    ASSERT_EQ(p.left, std::max(0, -plan->frame.x)) << i;
    ASSERT_EQ(p.top, std::max(0, -plan->frame.y)) << i;
  }
}

TEST(FramePlanPropertyTest, TheTargetComesBackToAHundredthOfAPixel) {
  RandomFrames frames(5);
  for (int i = 0; i < 10000; ++i) {
    const auto plan = plan_frame(frames.next());
    const double y_scale = static_cast<double>(plan->upload_height) / plan->frame.height;
    const double bottom = (plan->target.bottom() - plan->frame.y) * plan->scale / y_scale;
    const double error = std::abs(bottom + plan->frame.y - plan->target.bottom());
    ASSERT_LE(error, std::max(0.01, plan->frame.height * 1e-4)) << i;
  }
}

}  // namespace
}  // namespace wordbrush::precision
