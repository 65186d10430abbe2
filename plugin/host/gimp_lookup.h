// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

namespace wordbrush::host {

/// The image or the layer of that id; null where it is gone. What a plug-in holds
/// across a wait are ids, since the user may close or delete anything meanwhile.
GimpImage* find_image(int image_id);
GimpLayer* find_layer(int layer_id);

/// The layer of that id where it is still part of `image`; null otherwise.
GimpLayer* find_layer_in(GimpImage* image, int layer_id);

}  // namespace wordbrush::host
