// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace wordbrush::bench {

/// The CPU time that `work` takes this process, in milliseconds; the median of five runs.
double median_ms(const std::function<void()>& work);

/// How far `work` lets this process grow at its peak, in bytes. Linux alone.
double peak_bytes(const std::function<void()>& work);

}  // namespace wordbrush::bench
