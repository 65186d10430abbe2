// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include <chrono>

#include "base/gobject_ptr.h"
#include "base/later.h"

namespace wordbrush::settings {

/// Ends calls of a service that says nothing: D-Bus itself waits 25 seconds for each of the
/// several that libsecret makes.
class AnswerDeadline {
 public:
  /// From now on. Its cancellable is cancelled with `outer`, too, which outlives it.
  explicit AnswerDeadline(GCancellable* outer, std::chrono::milliseconds wait)
      : outer_(outer), timer_(wait, [this] {
          has_passed_ = true;
          g_cancellable_cancel(own_.get());
        }) {
    handler_ =
        g_cancellable_connect(outer_, G_CALLBACK(cancel), g_object_ref(own_.get()), g_object_unref);
  }
  AnswerDeadline(const AnswerDeadline&) = delete;
  AnswerDeadline& operator=(const AnswerDeadline&) = delete;
  ~AnswerDeadline() { g_cancellable_disconnect(outer_, handler_); }

  GCancellable* cancellable() const { return own_.get(); }
  bool has_passed() const { return has_passed_; }

 private:
  static void cancel(GCancellable*, GCancellable* own) { g_cancellable_cancel(own); }

  GCancellable* outer_;
  const GObjectPtr<GCancellable> own_ = GObjectPtr<GCancellable>::adopt(g_cancellable_new());
  bool has_passed_ = false;
  Later timer_;
  gulong handler_ = 0;
};

}  // namespace wordbrush::settings
