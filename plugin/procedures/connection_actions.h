// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/session.h"
#include "procedures/endpoints.h"
#include "ui/connections_panel.h"

namespace wordbrush::procedures {

/// What the connections window needs to know of the wire. `endpoints` and `session`
/// outlive it.
ui::ConnectionsActions connection_actions(Endpoints& endpoints, SoupSession* session);

}  // namespace wordbrush::procedures
