// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/error.h"

namespace wordbrush::protocol {

/// The error that an answer with a status other than 2xx stands for: its kind from
/// the status and the codes in the body, its detail the endpoint's own words,
/// unwrapped from JSON or HTML. Never empty: "HTTP 502" at the least. `location` is where
/// a redirect leads, which is not followed but told.
Error read_http_failure(int status, std::string_view body, std::string_view location = {});

}  // namespace wordbrush::protocol
