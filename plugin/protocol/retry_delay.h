// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace wordbrush::protocol {

/// How long the body of a failure asks to wait before another try: Google's
/// `RetryInfo.retryDelay` ("7s", "1.5s") among `error.details`, also in a list of
/// one error. Nothing where it does not say.
std::optional<std::chrono::milliseconds> read_retry_delay(std::string_view body);

}  // namespace wordbrush::protocol
