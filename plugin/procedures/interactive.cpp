// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/interactive.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include "net/session.h"
#include "procedures/appearance.h"
#include "procedures/connection_actions.h"
#include "ui/connections_dialog.h"

namespace wordbrush::procedures {

namespace {

/// By its file: GIMP has a theme of icons of its own, in which GTK finds no other program's.
void show_icon() {
  GList* icons = nullptr;
  for (const int size : {16, 32, 48, 128})
    if (auto* const icon =
            gdk_pixbuf_new_from_file_at_size(icon_file().c_str(), size, size, nullptr);
        icon != nullptr)
      icons = g_list_prepend(icons, icon);
  gtk_window_set_default_icon_list(icons);
  g_list_free_full(icons, g_object_unref);
}

}  // namespace

Result<void> start_ui() {
  if (!gtk_init_check(nullptr, nullptr))
    return fail(ErrorKind::Input,
                _("There is no screen to show a window on. Call this procedure with "
                  "RUN-NONINTERACTIVE."));
  gimp_ui_init("wordbrush");
  show_icon();
  return {};
}

Result<void> run_connections_dialog(Endpoints& endpoints) {
  const auto session = net::make_session();
  return ui::run_connections_dialog(endpoints.connections(), endpoints.keys(),
                                    connection_actions(endpoints, session.get()));
}

}  // namespace wordbrush::procedures
