// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pixels/bitmap.h"

namespace wordbrush::ui {

enum class StripState { Running, Ready, Applied, Failed };

/// A result as the strip shows it.
struct StripItem {
  std::string id;  ///< of its own for as long as it is in the strip
  std::shared_ptr<const pixels::Bitmap> thumbnail;  ///< none yet: null
  std::string title;                                ///< short: "Result 3"
  std::string tooltip;                              ///< prompt, model, host, time, size
  StripState state = StripState::Ready;
};

/// "Result 3, applied": what a screen reader says of it.
std::string spoken_name(const StripItem& item);

/// The results in a strip, which of them are selected, and the one of these that is
/// previewed.
class StripModel {
 public:
  using Ids = std::vector<std::string>;

  /// Newest first. What is still there stays selected; where the previewed one is gone,
  /// the one that took its place is selected instead, when no other was.
  void set_items(std::vector<StripItem> items);
  const std::vector<StripItem>& items() const { return items_; }
  const StripItem* find(const std::string& id) const;

  /// Selects what of `ids` there is; previews `focused`, where it is among them, else what
  /// was previewed, else the first.
  void select(const Ids& ids, const std::string& focused);
  /// In the strip's order.
  const Ids& selection() const { return selection_; }
  const std::optional<std::string>& previewed() const { return previewed_; }

  /// What is selected and has a picture.
  Ids applicable() const;

 private:
  std::vector<StripItem> items_;
  Ids selection_;
  std::optional<std::string> previewed_;
};

}  // namespace wordbrush::ui
