// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections_window.h"

namespace wordbrush::ui {

/// The connections window by itself: returns when the user closes it. Fails as
/// ConnectionsWindow::open() does. Runs a main loop of its own.
Result<void> run_connections_dialog(settings::ConnectionStore& store, settings::KeyStore& keys,
                                    ConnectionsActions actions);

}  // namespace wordbrush::ui
