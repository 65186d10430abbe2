// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/view_geometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace wordbrush::ui {
namespace {

constexpr double tiny = 1e-6;

ViewGeometry make(int view_width, int view_height, int width, int height,
                  ViewMode mode = ViewMode::After) {
  ViewGeometry geometry;
  geometry.set_view_size(view_width, view_height);
  geometry.set_picture_size(width, height);
  geometry.set_mode(mode);
  return geometry;
}

struct ViewSizes {
  const char* name;
  int view_width, view_height, width, height;
};

class ViewGeometryTest : public testing::TestWithParam<ViewSizes> {
 protected:
  ViewGeometry geometry(ViewMode mode) const {
    const auto& sizes = GetParam();
    return make(sizes.view_width, sizes.view_height, sizes.width, sizes.height, mode);
  }
};

constexpr ViewMode all_modes[] = {ViewMode::After, ViewMode::Before, ViewMode::SideBySide,
                                  ViewMode::Split};

/// What holds for every pane, whatever was done.
void expect_sound(const ViewGeometry& geometry, const ViewSizes& sizes) {
  for (const auto& pane : geometry.panes()) {
    EXPECT_FALSE(pane.area.empty());
    EXPECT_EQ(intersection(pane.area, {0, 0, sizes.view_width, sizes.view_height}), pane.area);
    EXPECT_EQ(pane.placement.x, std::round(pane.placement.x));
    EXPECT_EQ(pane.placement.y, std::round(pane.placement.y));
    EXPECT_EQ(pane.placement.scale, geometry.scale());
  }
}

TEST_P(ViewGeometryTest, FitsWholeAndTouchesTwoSides) {
  const auto& sizes = GetParam();
  for (const auto mode : all_modes) {
    const auto view = geometry(mode);
    expect_sound(view, sizes);
    ASSERT_FALSE(view.panes().empty());
    const auto at = view.panes().front().placement;
    const int frame = mode == ViewMode::SideBySide ? (sizes.view_width - ViewGeometry::gap) / 2
                                                   : sizes.view_width;
    const double width = sizes.width * at.scale;
    const double height = sizes.height * at.scale;
    EXPECT_LE(width, frame + tiny);
    EXPECT_LE(height, sizes.view_height + tiny);
    const bool touches = width >= frame - tiny || height >= sizes.view_height - tiny;
    EXPECT_TRUE(touches || at.scale == ViewGeometry::max_scale);
    EXPECT_NEAR(at.x * 2 + width, frame, 1 + tiny);
  }
}

TEST_P(ViewGeometryTest, ZoomsAroundThePointerWhereEdgesAllow) {
  const auto& sizes = GetParam();
  auto view = geometry(ViewMode::After);
  const ViewPoint pointer = {sizes.view_width * 0.3, sizes.view_height * 0.6};
  for (int i = 0; i < 40 && view.can_zoom_in(); ++i) {
    const auto before = view.to_picture(pointer);
    const double scale = view.scale();
    view.zoom_in(pointer);
    EXPECT_GT(view.scale(), scale);
    expect_sound(view, sizes);
    const auto after = view.to_picture(pointer);
    // What fits is centered, and an edge holds the picture.
    const bool is_free_x = sizes.width * scale > sizes.view_width;
    const bool is_free_y = sizes.height * scale > sizes.view_height;
    EXPECT_TRUE(!is_free_x || std::abs(after.x - before.x) <= 1 / scale + tiny);
    EXPECT_TRUE(!is_free_y || std::abs(after.y - before.y) <= 1 / scale + tiny);
  }
  EXPECT_EQ(view.scale(), ViewGeometry::max_scale);
}

TEST_P(ViewGeometryTest, PanningNeverLeavesRoomBeyondAnEdge) {
  const auto& sizes = GetParam();
  for (const double scale : {0.01, 0.7, 1.0, 3.0, 256.0})
    for (const double far : {-1e9, -40.0, 40.0, 1e9}) {
      auto view = geometry(ViewMode::After);
      view.zoom_to(scale, view.middle());
      view.pan(far, far / 2);
      expect_sound(view, sizes);
      const auto at = view.panes().front().placement;
      const double width = sizes.width * at.scale;
      if (width >= sizes.view_width) {
        EXPECT_LE(at.x, 0.5 + tiny);
        EXPECT_GE(at.x + width, sizes.view_width - 0.5 - tiny);
      } else {
        EXPECT_NEAR(at.x * 2 + width, sizes.view_width, 1 + tiny);
      }
    }
}

TEST_P(ViewGeometryTest, StepsOutAgainAsFarAsTheyCame) {
  auto view = geometry(ViewMode::After);
  view.zoom_to(1, view.middle());
  std::vector<double> scales;
  for (; view.can_zoom_in(); view.zoom_in(view.middle())) scales.push_back(view.scale());
  for (; !scales.empty(); scales.pop_back()) {
    view.zoom_out(view.middle());
    EXPECT_NEAR(view.scale(), scales.back(), scales.back() * tiny);
  }
  for (int i = 0; i < 60 && view.can_zoom_out(); ++i) view.zoom_out(view.middle());
  EXPECT_FALSE(view.can_zoom_out());
}

TEST_P(ViewGeometryTest, TheDividerStaysOnWhatIsSeen) {
  const auto& sizes = GetParam();
  for (const double scale : {0.0, 1.0, 8.0}) {
    auto view = geometry(ViewMode::Split);
    if (scale > 0) view.zoom_to(scale, view.middle());
    const auto at = view.panes().front().placement;
    for (const double x : {-1e6, 0.0, sizes.view_width / 3.0, 1e6}) {
      view.move_divider_to(x);
      EXPECT_GE(view.divider(), std::max(at.x, 0.0));
      EXPECT_LE(view.divider(),
                std::min<double>(std::ceil(at.x + sizes.width * at.scale), sizes.view_width));
      int sum = 0;
      for (const auto& pane : view.panes()) sum += pane.area.width;
      EXPECT_EQ(sum, sizes.view_width);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, ViewGeometryTest,
                         testing::Values(ViewSizes{"photo", 600, 350, 4000, 3000},
                                         ViewSizes{"small", 600, 350, 64, 48},
                                         ViewSizes{"one_pixel", 600, 350, 1, 1},
                                         ViewSizes{"line", 601, 351, 1, 20000},
                                         ViewSizes{"lying_line", 600, 350, 65535, 1},
                                         ViewSizes{"largest", 333, 777, 65535, 65535},
                                         ViewSizes{"small_view", 20, 9, 1024, 1024}),
                         [](const auto& sizes) { return std::string(sizes.param.name); });

TEST(ViewGeometryEdge, NothingHasNoPanes) {
  for (const auto mode : all_modes) {
    EXPECT_TRUE(make(600, 350, 0, 0, mode).panes().empty());
    EXPECT_TRUE(make(0, 350, 10, 10, mode).panes().empty());
  }
  EXPECT_TRUE(make(5, 350, 10, 10, ViewMode::SideBySide).panes().empty());
  auto nothing = make(0, 0, 0, 0);
  nothing.zoom_in({3, 4});
  nothing.zoom_to(1, {0, 0});
  nothing.pan(1, 1);
  nothing.move_divider_to(5);
  EXPECT_EQ(nothing.scale(), 1);
}

TEST(ViewGeometryEdge, SideBySideShowsTheSamePlaceTwice) {
  auto view = make(606, 300, 4000, 3000, ViewMode::SideBySide);
  view.zoom_to(2, {100, 100});
  const auto panes = view.panes();
  ASSERT_EQ(panes.size(), 2U);
  EXPECT_TRUE(panes[0].is_before);
  EXPECT_FALSE(panes[1].is_before);
  EXPECT_EQ(panes[0].area.width, panes[1].area.width);
  EXPECT_TRUE(intersection(panes[0].area, panes[1].area).empty());
  EXPECT_EQ(panes[1].placement.x - panes[0].placement.x, panes[1].area.x);
  const auto left = view.to_picture({50, 70});
  const auto right = view.to_picture({50.0 + panes[1].area.x, 70});
  EXPECT_NEAR(left.x, right.x, tiny);
}

TEST(ViewGeometryEdge, SideBySideZoomsAroundThePointerInEitherPane) {
  for (const double x : {120.0, 420.0}) {
    auto view = make(606, 300, 4000, 3000, ViewMode::SideBySide);
    view.zoom_to(1, view.middle());
    const auto before = view.to_picture({x, 100});
    view.zoom_in({x, 100});
    EXPECT_NEAR(view.to_picture({x, 100}).x, before.x, 1);
  }
}

TEST(ViewGeometryEdge, TheOriginalComesFirstFromEitherSide) {
  for (const auto mode : {ViewMode::SideBySide, ViewMode::Split}) {
    auto view = make(600, 300, 400, 300, mode);
    EXPECT_TRUE(view.panes().front().is_before);
    view.set_right_to_left(true);
    EXPECT_FALSE(view.panes().front().is_before);
    EXPECT_TRUE(view.panes().back().is_before);
  }
}

TEST(ViewGeometryEdge, AnotherResultOfTheSameSizeIsSeenAtTheSamePlace) {
  auto view = make(600, 350, 4000, 3000);
  view.zoom_to(1, {10, 10});
  view.pan(-100, -50);
  const auto at = view.panes().front().placement;
  view.set_picture_size(4000, 3000);
  EXPECT_EQ(view.panes().front().placement.x, at.x);
  EXPECT_FALSE(view.is_fit());
  view.set_picture_size(4000, 3001);
  EXPECT_TRUE(view.is_fit());
}

TEST(ViewGeometryEdge, AFittedPictureStaysFittedWhenTheViewGrows) {
  auto view = make(400, 300, 400, 300);
  view.set_view_size(800, 600);
  EXPECT_EQ(view.scale(), 2);
}

TEST(ViewGeometryEdge, TheDividerIsNudgedToBothEnds) {
  auto view = make(600, 300, 600, 300, ViewMode::Split);
  EXPECT_EQ(view.divider(), 300);
  view.nudge_divider(0.05);
  EXPECT_EQ(view.divider(), 330);
  for (int i = 0; i < 30; ++i) view.nudge_divider(0.05);
  EXPECT_EQ(view.divider(), 600);
  ASSERT_EQ(view.panes().size(), 1U);
  EXPECT_TRUE(view.panes().front().is_before);
  view.nudge_divider(-2);
  ASSERT_EQ(view.panes().size(), 1U);
  EXPECT_FALSE(view.panes().front().is_before);
}

}  // namespace
}  // namespace wordbrush::ui
