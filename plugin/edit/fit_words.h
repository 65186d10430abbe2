// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/report.h"
#include "precision/bring_back.h"

namespace wordbrush::edit {

/// A warning of the fit in words for the user.
Warning to_words(precision::Warning warning);

}  // namespace wordbrush::edit
