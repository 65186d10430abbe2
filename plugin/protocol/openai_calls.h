// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "protocol/dialect.h"

namespace wordbrush::protocol {

/// Whether `path` ends in the two segments of `call`: "chat/completions".
bool ends_in_call(std::span<const std::string> path, std::string_view call);

/// The URL of one of OpenAI's calls, "/images/edits", at an endpoint.
std::string openai_url(const Endpoint& endpoint, std::string_view call);

/// GET {base}/models.
HttpCall list_openai_models(const Endpoint& endpoint, const std::string& key);

}  // namespace wordbrush::protocol
