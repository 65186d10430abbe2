// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "protocol/answer.h"
#include "protocol/run_store.h"

namespace wordbrush::protocol {

/// What the words of an answer hold that are JSON themselves (protocol.md, 3, V19): a
/// list of parts, a part or a message, with its marks of `store`. Nothing where they
/// hold no picture: then they are the model's words.
std::optional<Message> unwrap_json(std::string_view words, const RunStore& store);

}  // namespace wordbrush::protocol
