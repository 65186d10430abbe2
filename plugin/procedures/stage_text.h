// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/job.h"

namespace wordbrush::procedures {

/// What the user reads while a stage lasts. Translated, static.
const char* to_text(edit::Stage stage);

}  // namespace wordbrush::procedures
