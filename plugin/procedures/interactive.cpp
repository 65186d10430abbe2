// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/interactive.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include "net/session.h"
#include "procedures/appearance.h"
#include "procedures/connection_actions.h"
#include "ui/connections_dialog.h"

namespace wordbrush::procedures {

Result<void> start_ui() {
  if (!gtk_init_check(nullptr, nullptr))
    return fail(ErrorKind::Input,
                _("There is no screen to show a window on. Call this procedure with "
                  "RUN-NONINTERACTIVE."));
  gimp_ui_init("wordbrush");
  gtk_icon_theme_append_search_path(gtk_icon_theme_get_default(), beside_program("icons").c_str());
  gtk_window_set_default_icon_name("wordbrush");
  return {};
}

Result<void> run_connections_dialog(Endpoints& endpoints) {
  const auto session = net::make_session();
  return ui::run_connections_dialog(endpoints.connections(), endpoints.keys(),
                                    connection_actions(endpoints, session.get()));
}

}  // namespace wordbrush::procedures
