// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "edit/record_fit.h"
#include "edit/spool_fixture.h"
#include "edit/spooled.h"
#include "host/fake_canvas.h"
#include "support/main_loop.h"
#include "ui/take_shelf.h"

namespace wordbrush::test {

inline const ui::ImageKey photo_image{.id = 1, .file = "file:///photo.xcf"};

/// A red answer of which the left half was red before, too.
inline edit::SpoolRecord half_changed() {
  auto record = record_of({png(30, 16, red)});
  record.source.image_file = photo_image.file;
  record.source.selection = {};
  auto sent = plain(30, 16, blue);
  for (int y = 0; y < 16; ++y)
    for (int x = 0; x < 15; ++x) std::ranges::copy(red, sent.row(y) + (std::ptrdiff_t{4} * x));
  record.sent = std::make_shared<const Bytes>(pixels::encode_png(sent));
  return record;
}

class TakeShelfTest : public SpoolTest {
 protected:
  TakeShelfTest() { start(); }

  void start() {
    shelf_.reset();
    shelf_.emplace(
        spool_, [](const pixels::Bitmap&) { return plain(2, 2, red); },
        ui::TakeShelf::Events{
            .on_changed = [this](const std::string& id) { changed_.push_back(id); }});
  }

  ui::Taken taken(const edit::SpoolRecord& record, bool on_disk = true) {
    ui::Taken taken{.take = {.record = std::make_shared<const edit::SpoolRecord>(record),
                             .is_of_this_session = true}};
    auto landed = edit::land_best(record, edit::fit_of(record, record.frame->treatment));
    taken.take.fitted = std::make_shared<const edit::Fitted>(std::move(*landed.fitted));
    if (on_disk) taken.hold = std::move(*spool_.add(record));
    return taken;
  }

  std::string add(bool on_disk = true) {
    const std::string id = shelf_->add(taken(half_changed(), on_disk));
    EXPECT_TRUE(wait_for(id, ui::TakeShelf::State::Ready));
    return id;
  }

  bool wait_for(const std::string& id, ui::TakeShelf::State state) {
    return run_until([&] {
      const auto* const item = shelf_->find(id);
      return item != nullptr && item->state == state;
    });
  }

  Result<edit::Outcome> apply(FakeCanvas& canvas, std::vector<std::string> ids) {
    std::optional<Result<edit::Outcome>> outcome;
    shelf_->apply(std::shared_ptr<FakeCanvas>(std::shared_ptr<void>(), &canvas), std::move(ids),
                  [&](Result<edit::Outcome> applied) { outcome = std::move(applied); });
    EXPECT_TRUE(run_until([&] { return outcome.has_value(); }));
    return std::move(*outcome);
  }

  std::optional<ui::TakeShelf> shelf_;
  std::vector<std::string> changed_;
};

}  // namespace wordbrush::test
