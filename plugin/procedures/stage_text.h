// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "edit/job.h"

namespace wordbrush::procedures {

/// What the user reads meanwhile. Translated.
std::string to_text(const edit::Progress& progress);

}  // namespace wordbrush::procedures
