// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.h"
#include "edit/job.h"
#include "edit/report.h"
#include "edit/spool.h"
#include "host/canvas.h"

namespace wordbrush::edit {

/// Inserts the newest answer that was kept and that nobody is inserting: where the edit
/// would have put it if the canvas has the edited one's size, and fitted as that would
/// have, where what was sent was kept with it. On a canvas of another size it keeps its
/// place where that lies inside, else it comes to the middle; where no image is open it
/// makes a new one. Then its record is removed.
///
/// An answer that stands in an open image is not inserted again: whoever did so ended before its
/// record was removed.
///
/// With `only_this_image`, answers that were made of another file than the canvas's are left
/// alone, as if there were none.
///
/// Fails with ErrorKind::Input where there is none, with BadImage and the place of the
/// files where none can be read (those are not offered again), and as Canvas::insert()
/// does; then the record stays.
///
/// With `keeps_recipe` the layer holds how it was made.
Result<Outcome> recover_last(const Spool& spool, host::Canvas& canvas, bool only_this_image = false,
                             bool keeps_recipe = true);

/// Sets those answers aside that stand in an open image already.
void set_inserted_aside(const Spool& spool, host::Canvas& canvas);

/// That an answer waits to be recovered; none where none does.
std::optional<Warning> warning_of_waiting(const Spool& spool);

}  // namespace wordbrush::edit
