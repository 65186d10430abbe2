// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <string>

namespace wordbrush::host {

/// Which kept answer a layer is stands on the layer itself, since only so both come about at
/// once: whoever finds the answer still on the disk can tell whether it was inserted. It stays
/// with the layer in a file.

/// Marks a layer that is not in an image yet.
void attach_answer(GimpLayer* layer, const std::string& answer);

/// Whether a layer of an open image is marked so.
bool is_marked_anywhere(const std::string& answer);

}  // namespace wordbrush::host
