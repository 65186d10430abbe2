// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections_dialog.h"

#include <utility>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

Result<void> run_connections_dialog(settings::ConnectionStore& store, settings::KeyStore& keys,
                                    ConnectionsActions actions) {
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  const auto window = ConnectionsWindow::open(
      store, keys, std::move(actions), nullptr,
      {.on_changed = {}, .on_closed = [&] { g_main_loop_quit(loop.get()); }});
  if (!window) return fail(window.error());
  g_main_loop_run(loop.get());
  return {};
}

}  // namespace wordbrush::ui
