// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "edit/report.h"
#include "edit/witness.h"
#include "host/canvas.h"

namespace wordbrush::edit {

/// Brings `layers` where what they were made from lies now: the user may have moved what
/// was sent, or turned it. `source` gets the canvas's size as it is now, `report` the place
/// of the last layer. Without a witness (null) nothing moves.
void follow_source(host::Canvas& canvas, host::Source& source, const Witness* witness,
                   std::span<host::NewLayer> layers, Report& report);

/// Places a layer that was made for the canvas `saved` on `canvas`, which is open now and
/// may be another one: where it was, if the canvas has the same size or its place lies inside,
/// else in the middle. Where no image is open, `canvas` gets the size of the saved one.
void place_on_canvas(host::Source& canvas, const host::Source& saved, host::NewLayer& layer,
                     std::vector<Warning>& warnings);

/// Inserts `layers` in one undo step, and tells `report` what the user should know of
/// where they stand. Where no image is open, the last one says how large the new one is.
Result<host::Inserted> insert_layers(host::Canvas& canvas, host::Source source,
                                     std::span<const host::NewLayer> layers,
                                     const std::string& group_name, Report& report);

}  // namespace wordbrush::edit
