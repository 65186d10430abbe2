// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "edit/prepared.h"
#include "edit/report.h"
#include "edit/variation.h"

namespace wordbrush::edit {

/// From one g_get_monotonic_time() to a later one; 0 where one of them did not come.
double milliseconds_between(std::int64_t from, std::int64_t to);

/// How the frame was sent; none where it was made from words alone.
std::optional<FrameReport> frame_report_of(const Prepared& prepared);

/// Adds to `report` what the requests sent and received, and how long they took.
void measure(const std::vector<std::unique_ptr<Variation>>& variations, Report& report);

}  // namespace wordbrush::edit
