// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source_watch.h"

#include <libgimp/gimp.h>

#include <algorithm>
#include <chrono>

#include "host/bands.h"
#include "host/image_source.h"
#include "ui/open_images.h"

namespace wordbrush::ui {

namespace {

constexpr std::chrono::seconds between_looks{1};

}  // namespace

void SourceWatch::look_at_all() {
  for (GimpImage* const image : open_images()) host::update_image_source(image);
}

/// Where there are too many images or layers for one turn, the next look goes on with the
/// others.
void SourceWatch::look() {
  if (!may_ask_()) return;
  auto images = open_images();
  std::ranges::sort(images, {}, gimp_image_get_id);
  const auto next = std::ranges::upper_bound(images, last_id_, {}, gimp_image_get_id);
  std::ranges::rotate(images, next);
  const host::TurnTime turn;
  for (GimpImage* const image : images) {
    if (!host::update_image_source_in_turn(image, marks_)) return;
    last_id_ = gimp_image_get_id(image);
    if (turn.is_over()) return;
  }
}

void SourceWatch::wait() {
  next_ = Later(between_looks, [this] {
    look();
    wait();
  });
}

}  // namespace wordbrush::ui
