// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include <chrono>
#include <cstdint>
#include <optional>

namespace wordbrush::net {

/// How long an answer's headers ask to wait before another try, never negative:
/// `retry-after-ms`, else `Retry-After` in seconds or as a date (RFC 9110, 10.2.3).
/// Nothing where they do not say, or not in a way that can be read.
/// `now`: seconds since the epoch.
std::optional<std::chrono::milliseconds> retry_after(SoupMessageHeaders* headers, std::int64_t now);

}  // namespace wordbrush::net
