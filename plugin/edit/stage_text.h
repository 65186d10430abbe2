// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "edit/progress.h"

namespace wordbrush::edit {

/// What the user reads meanwhile. Translated.
std::string to_text(const Progress& progress);

}  // namespace wordbrush::edit
