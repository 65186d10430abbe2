// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pixels/bitmap.h"

namespace wordbrush::scenes {

struct Photograph {
  std::string name;  ///< of its file, without the ending
  pixels::Bitmap picture;
};

/// The photographs of data/photos by name, each `longest` on its longer side at most.
std::vector<Photograph> named_photographs(int longest);

/// The one of that name alone; empty where there is none.
pixels::Bitmap photograph(std::string_view name, int longest);

/// All of them without names, each `width` wide at most.
std::vector<pixels::Bitmap> photographs(int width);

}  // namespace wordbrush::scenes
