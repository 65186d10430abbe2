// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "edit/options.h"
#include "edit/report.h"

namespace wordbrush::edit {

/// That the key of `route` went over the network for others to read; nothing where
/// the connection was safe, or where the endpoint is near: on this computer or in a
/// private network.
std::optional<Warning> warning_of_exposed_key(const Route& route, bool is_near);

}  // namespace wordbrush::edit
