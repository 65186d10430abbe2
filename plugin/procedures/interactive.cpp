// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/interactive.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

namespace wordbrush::procedures {

Result<void> start_ui() {
  if (!gtk_init_check(nullptr, nullptr))
    return fail(ErrorKind::Input,
                _("There is no screen to show a window on. Call this procedure with "
                  "RUN-NONINTERACTIVE."));
  gimp_ui_init("wordbrush");
  return {};
}

bool run_dialog(Dialog, GimpProcedure*, GimpProcedureConfig*, Endpoints&) {
  return false;
}

void run_connections_dialog(Endpoints&) {}

}  // namespace wordbrush::procedures
