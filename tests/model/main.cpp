// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>

#include "base/glib_ptr.h"
#include "model/server.h"

/// Serves until it is killed or its standard input ends, so that it never outlives the
/// test that started it. The first line that it prints is "port N".
int main() {
  wordbrush::model::Server server;
  if (const auto listening = server.listen(); !listening) {
    g_printerr("%s\n", listening.error().detail.c_str());
    return 1;
  }
  g_print("port %u\n", server.port());

  const wordbrush::GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  const std::unique_ptr<GIOChannel, wordbrush::FreeWith<g_io_channel_unref>> input(
      g_io_channel_unix_new(0));
  g_io_add_watch(
      input.get(), G_IO_HUP,
      [](GIOChannel*, GIOCondition, gpointer running) {
        g_main_loop_quit(static_cast<GMainLoop*>(running));
        return G_SOURCE_REMOVE;
      },
      loop.get());
  g_main_loop_run(loop.get());
  return 0;
}
