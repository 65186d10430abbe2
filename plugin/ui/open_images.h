// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <vector>

namespace wordbrush::ui {

/// The images that are open; libgimp owns them.
std::vector<GimpImage*> open_images();

/// All layers of an image, the topmost first, those of a group right behind it; libgimp
/// owns them.
std::vector<GimpItem*> all_layers(GimpImage* image);

}  // namespace wordbrush::ui
