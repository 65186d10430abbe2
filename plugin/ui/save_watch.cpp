// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/save_watch.h"

#include <chrono>

namespace wordbrush::ui {

namespace {

constexpr std::chrono::seconds pause{2};

}  // namespace

void SaveWatch::look() {
  const auto images = shelf_.images_without_file();
  if (images.empty() || !asked_.may_ask()) return;
  for (const int id : images) shelf_.follow(asked_.key_of(id));
}

void SaveWatch::wait() {
  next_ = Later(pause, [this] {
    look();
    wait();
  });
}

}  // namespace wordbrush::ui
