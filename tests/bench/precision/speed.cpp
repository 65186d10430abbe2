// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/speed.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "precision/bring_back.h"
#include "precision/containment.h"
#include "precision/resize.h"
#include "scenes/scene.h"

namespace wordbrush::bench {

namespace {

constexpr int side = 2048;
constexpr Rect target{380, 380, 1295, 1295};

template <class Work>
double least_ms(Work work) {
  using Clock = std::chrono::steady_clock;
  std::array<double, 5> taken{};
  for (double& one : taken) {
    const auto start = Clock::now();
    work();
    one = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  }
  return std::ranges::min(taken);
}

}  // namespace

Times measure_times(const pixels::Bitmap& picture) {
  const scenes::Scene scene =
      scenes::make_scene(precision::resize(picture, side, side), target, scenes::Edit::Object,
                         {.scale = 1.01,
                          .dx = 9,
                          .dy = -6,
                          .light = scenes::Light::Gain,
                          .noise = 2,
                          .jpeg_quality = 90},
                         1);
  const precision::FramePlan plan{
      .frame = {0, 0, side, side}, .target = target, .upload_width = side, .upload_height = side};
  const auto brought_back = [&](const precision::BringBackOptions& options) {
    return least_ms([&] {
      pixels::Bitmap reply = scene.reply.clone();
      static_cast<void>(precision::bring_back(std::move(reply), plan, &scene.frame, options));
    });
  };
  const double placing =
      brought_back({.align = false, .match_colors = false, .only_changes = false});
  const double aligned = brought_back({.match_colors = false, .only_changes = false});
  const double colored = brought_back({.only_changes = false});
  const double all = brought_back({});
  const pixels::Mask selection(target.width, target.height, 255);
  const double containment =
      least_ms([&] { static_cast<void>(precision::contain(selection, &selection, 8, 0)); });
  return {.placing = placing,
          .registration = aligned - placing,
          .color = colored - aligned,
          .changes = all - colored,
          .containment = containment,
          .total = all + containment};
}

}  // namespace wordbrush::bench
