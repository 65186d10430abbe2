// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/error.h"

namespace wordbrush::edit {

/// What the user reads when something failed: what happened, in the endpoint's own
/// words where it gave any, and what to do next. Translated.
std::string to_sentence(const Error& error);

/// The same for scripts, with the kind before it: "[rate_limit] ...".
std::string to_message(const Error& error);

}  // namespace wordbrush::edit
