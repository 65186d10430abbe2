// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <memory>
#include <optional>

#include "host/canvas.h"

namespace wordbrush::host {

/// The open `image` with `drawable` as what the user has selected in it: a layer, a
/// layer group, a layer mask (which stands for its layer) or a channel; null: none.
/// GIMP owns both; they may go away at any time.
///
/// `selected` stands in for what is selected in the image; none: that is what counts.
std::unique_ptr<Canvas> make_gimp_canvas(GimpImage* image, GimpDrawable* drawable,
                                         std::optional<Selected> selected = {});

/// A canvas without an image: layers that are inserted open as a new image.
std::unique_ptr<Canvas> make_gimp_canvas();

}  // namespace wordbrush::host
