// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/witness.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wordbrush::edit {
namespace {

TEST(WitnessTest, HoldsRealPixelsOnly) {
  pixels::Bitmap frame(100, 100);
  std::ranges::fill(frame.bytes(), std::uint8_t{255});
  const auto witness = make_witness(frame, {-20, -10, 100, 100}, {0, 0, 300, 300}, {0, 0, 10, 10});
  EXPECT_EQ(witness.place, (Rect{0, 0, 40, 45}));
  EXPECT_EQ(witness.pixels.width(), 40);
  EXPECT_EQ(witness.pixels.height(), 45);
}

}  // namespace
}  // namespace wordbrush::edit
