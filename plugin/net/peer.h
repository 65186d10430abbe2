// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "base/gobject_ptr.h"

namespace wordbrush::net {

/// Whether the server has closed its direction while it is still being sent to: it has
/// said all it will ever say.
class Peer {
 public:
  void watch(GIOStream* connection);

  /// The socket stays open as long as somebody holds it.
  void forget() { socket_ = nullptr; }

  bool has_hung_up() const;

 private:
  GObjectPtr<GSocket> socket_;
};

}  // namespace wordbrush::net
