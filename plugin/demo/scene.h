// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pixels/bitmap.h"

namespace wordbrush::demo {

enum class Mood { Day, Sunset, Night, Sea, Forest };

/// A landscape that the demo model paints where it gets no picture.
struct Scene {
  static constexpr int min_side = 96;
  static constexpr int max_side = 4096;

  Mood mood = Mood::Day;
  int width = 1024;
  int height = 1024;
};

/// The scene that `prompt` asks for: its mood by words in English, German or
/// Chinese, its size by "1536x1024", "2K" or an aspect ratio such as "16:9".
Scene read_scene(std::string_view prompt);

/// Sky, sun or moon, hills or the sea, and the label "Wordbrush demo". Opaque; the
/// same scene gives the same pixels. On any thread.
pixels::Bitmap paint(const Scene& scene);

}  // namespace wordbrush::demo
