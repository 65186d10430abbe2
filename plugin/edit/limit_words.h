// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/report.h"
#include "host/canvas.h"

namespace wordbrush::edit {

/// What the user should know before anything is sent.
Warning warning_of(host::Limit limit);

}  // namespace wordbrush::edit
