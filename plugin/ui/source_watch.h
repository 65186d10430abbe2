// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include "base/later.h"
#include "host/image_source.h"

namespace wordbrush::ui {

/// Looks at the open images every second: what their metadata says of where they come from
/// is to fit what is visible in them (host::update_image_source), and GIMP tells nobody of a
/// layer that is hidden, nor that it exports.
class SourceWatch {
 public:
  /// `may_ask`: whether GIMP may be asked now; while it is at work, that waits.
  explicit SourceWatch(std::function<bool()> may_ask) : may_ask_(std::move(may_ask)) { wait(); }
  SourceWatch(const SourceWatch&) = delete;
  SourceWatch& operator=(const SourceWatch&) = delete;
  ~SourceWatch() = default;

  /// Looks at all images now.
  static void look_at_all();

 private:
  void look();
  void wait();

  std::function<bool()> may_ask_;
  int last_id_ = 0;  // of the image that was looked at last
  host::KnownMarks marks_;
  Later next_;
};

}  // namespace wordbrush::ui
