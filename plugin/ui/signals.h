// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "base/signal_connection.h"

namespace wordbrush::ui {

/// Calls `handler` at each `signal` of `emitter` that gives nothing back. What the
/// signal brings along is not handed on: the handler asks the widget.
[[nodiscard]] inline SignalConnection on(gpointer emitter, const char* signal,
                                         std::function<void()> handler) {
  using Handler = std::function<void()>;
  auto held = std::make_unique<Handler>(std::move(handler));
  const gulong id = g_signal_connect_data(
      emitter, signal, G_CALLBACK(+[](gpointer self) { (*static_cast<Handler*>(self))(); }),
      held.release(), [](gpointer self, GClosure*) { delete static_cast<Handler*>(self); },
      G_CONNECT_SWAPPED);
  return {emitter, id};
}

}  // namespace wordbrush::ui
