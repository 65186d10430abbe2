// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <map>

#include "host/source_term.h"

namespace wordbrush::host {

/// Makes the image's metadata tell what is to be seen in it now: the digital source type while
/// a layer of ours is visible, else what stood there without us. Layers that ours were merged
/// into count as ours. It is no undo step, and a clean image stays clean. GIMP calls no
/// plug-in before it exports, so it is to be called when something may have changed.
void update_image_source(GimpImage* image);

/// What layers' marks said, by the layers' ids, so that each is asked for once.
using KnownMarks = std::map<int, SourceTerm>;

/// The same within about the time of one turn of the main loop: false where it was not enough
/// to read all marks, and the next call goes on. For who looks again and again.
bool update_image_source_in_turn(GimpImage* image, KnownMarks& marks);

/// update_image_source() as a part of the undo step that is open: for layers that were just
/// inserted.
void update_image_source_in_step(GimpImage* image);

}  // namespace wordbrush::host
