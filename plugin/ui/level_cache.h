// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>

#include "base/worker.h"
#include "pixels/bitmap.h"
#include "ui/picture_levels.h"

namespace wordbrush::ui {

/// The halved levels of the pictures that were shown last, made on a worker. Keeps no
/// picture alive, but those that a worker reads.
class LevelCache {
 public:
  /// What it holds stays under `max_bytes`, but for the two pictures asked for last, which
  /// are those on the screen. `on_ready` is called on the main loop for each one made.
  LevelCache(std::size_t max_bytes, std::function<void()> on_ready);

  /// Null while they are being made, which the first call for a picture starts. Holds
  /// until the cache is next asked.
  const PictureLevels* levels_of(const std::shared_ptr<const pixels::Bitmap>& picture);
  std::size_t bytes() const;

 private:
  struct Entry {
    std::weak_ptr<const pixels::Bitmap> picture;
    std::unique_ptr<const PictureLevels> levels;
    Worker worker;
  };
  void start(const std::shared_ptr<const pixels::Bitmap>& picture);
  void shrink();

  std::size_t max_bytes_;
  std::function<void()> on_ready_;
  std::list<Entry> entries_;  // the one asked for last comes first
};

}  // namespace wordbrush::ui
