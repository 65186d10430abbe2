// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include "base/later.h"
#include "ui/image_key.h"
#include "ui/take_shelf.h"

namespace wordbrush::ui {

/// Looks every few seconds whether an image without a file was saved, as long as there are
/// results of one, so that they go with it to its file: GIMP may end right after that, and
/// tells nobody.
class SaveWatch {
 public:
  struct Asked {
    std::function<ImageKey(int image_id)> key_of;
    /// Whether GIMP may be asked now: while it is at work, that waits.
    std::function<bool()> may_ask;
  };

  /// `shelf` outlives it.
  SaveWatch(TakeShelf& shelf, Asked asked) : shelf_(shelf), asked_(std::move(asked)) { wait(); }
  SaveWatch(const SaveWatch&) = delete;
  SaveWatch& operator=(const SaveWatch&) = delete;
  ~SaveWatch() = default;

  /// Looks now.
  void look();

 private:
  void wait();

  TakeShelf& shelf_;
  Asked asked_;
  Later next_;
};

}  // namespace wordbrush::ui
