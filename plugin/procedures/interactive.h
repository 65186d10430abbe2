// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include "base/result.h"
#include "procedures/endpoints.h"
#include "ui/edit_dialog.h"

namespace wordbrush::procedures {

/// Connects to the screen and initializes GTK. Fails with ErrorKind::Input where
/// there is no screen: asking GTK for one would end the process.
Result<void> start_ui();

/// Has the user fill in `config`; false where the user cancelled. Fails where the
/// saved connections cannot be read.
Result<bool> run_dialog(ui::EditDialogContent::Task task, GimpProcedure* procedure,
                        GimpProcedureConfig* config, Endpoints& endpoints);

/// Has the user add, check, choose and remove connections. Fails where the saved
/// ones cannot be read.
Result<void> run_connections_dialog(Endpoints& endpoints);

}  // namespace wordbrush::procedures
