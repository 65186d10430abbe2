// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <vector>

#include "ui/image_key.h"

namespace wordbrush::ui {

/// The images that are open; libgimp owns them.
std::vector<GimpImage*> open_images();

/// What tells the image from others, now and after it was closed; 0: no image.
ImageKey key_of_image(int image_id);

/// All layers of an image, the topmost first, those of a group right behind it; libgimp
/// owns them.
std::vector<GimpItem*> all_layers(GimpImage* image);

}  // namespace wordbrush::ui
