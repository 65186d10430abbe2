// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/level_cache.h"

#include <algorithm>
#include <utility>

namespace wordbrush::ui {

namespace {

constexpr std::size_t on_screen = 2;

/// By who owns it, which no later picture at the same address does.
bool is_same(const std::weak_ptr<const pixels::Bitmap>& a,
             const std::shared_ptr<const pixels::Bitmap>& b) {
  return !a.owner_before(b) && !b.owner_before(a);
}

}  // namespace

LevelCache::LevelCache(std::size_t max_bytes, std::function<void()> on_ready)
    : max_bytes_(max_bytes), on_ready_(std::move(on_ready)) {}

const PictureLevels* LevelCache::levels_of(const std::shared_ptr<const pixels::Bitmap>& picture) {
  const auto found = std::ranges::find_if(
      entries_, [&](const Entry& entry) { return is_same(entry.picture, picture); });
  if (found == entries_.end())
    start(picture);
  else
    entries_.splice(entries_.begin(), entries_, found);
  return entries_.front().levels.get();
}

void LevelCache::start(const std::shared_ptr<const pixels::Bitmap>& picture) {
  using Made = std::unique_ptr<const PictureLevels>;
  auto& entry = entries_.emplace_front(picture, nullptr, Worker());
  shrink();
  entry.worker =
      run_on_worker<Made>([picture] { return std::make_unique<const PictureLevels>(*picture); },
                          // The entry drops its worker with itself, and is moved to no other place.
                          [this, &entry](Made made) {
                            entry.levels = std::move(made);
                            shrink();
                            on_ready_();
                          });
}

std::size_t LevelCache::bytes() const {
  std::size_t sum = 0;
  for (const auto& entry : entries_)
    if (entry.levels) sum += entry.levels->bytes();
  return sum;
}

void LevelCache::shrink() {
  std::erase_if(entries_, [](const Entry& entry) { return entry.picture.expired(); });
  while (entries_.size() > on_screen && bytes() > max_bytes_) entries_.pop_back();
}

}  // namespace wordbrush::ui
