// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "procedures/endpoints.h"

namespace wordbrush::procedures {

/// Connects to the screen and initializes GTK. Fails with ErrorKind::Input where
/// there is no screen: asking GTK for one would end the process.
Result<void> start_ui();

/// Has the user add, check, choose and remove connections. Fails where the saved
/// ones cannot be read.
Result<void> run_connections_dialog(Endpoints& endpoints);

}  // namespace wordbrush::procedures
