// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include <optional>
#include <vector>

#include "protocol/answer.h"
#include "protocol/error_words.h"
#include "protocol/reply.h"

namespace wordbrush::protocol {

// The state of a picture that is made after the answer (protocol.md, 3, V18), in an
// object that names a task: {"task_id","status","progress"}, or {"id"} where
// "object" says "image.generation.task". `body` may be null.

/// The task where it has not ended.
std::optional<Task> running_task(JsonObject* body);

/// The addresses of what it made where it ended well, as far as they stand in no shape
/// that other answers have.
std::vector<PictureSource> task_results(JsonObject* body);

/// What it says where it failed.
std::optional<ErrorWords> task_failure(JsonObject* body);

}  // namespace wordbrush::protocol
