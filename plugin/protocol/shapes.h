// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include "protocol/answer.h"

namespace wordbrush::protocol {

/// Adds what `root` holds, a whole body or the data of one event, to `answer`.
///
/// shapes.cpp is the place where a new shape of answers is added: one row in a
/// table and one small function.
void read_shapes(JsonNode* root, Answer& answer);

/// Adds what a message holds that is a list of parts, one part, or a message again.
void read_parts(JsonNode* root, Message& message);

}  // namespace wordbrush::protocol
