// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <memory>
#include <vector>

#include "base/signal_connection.h"
#include "ui/reference_list.h"

namespace wordbrush::ui {

/// Of the desktop's pixels.
inline constexpr int chip_thumbnail_side = 48;

struct ChipEvents {
  std::function<void(ReferenceRole role)> on_role;
  std::function<void()> on_remove;
};

/// One reference: its thumbnail, number and role, and a button that removes it.
class ReferenceChip {
 public:
  explicit ReferenceChip(ChipEvents events);
  ReferenceChip(const ReferenceChip&) = delete;
  ReferenceChip& operator=(const ReferenceChip&) = delete;
  /// Takes its widget out of where it was put.
  ~ReferenceChip();

  GtkWidget* widget() const { return child_; }
  /// Calls no event. `number` is the model's.
  void show(const Reference& reference, int number);

 private:
  ChipEvents events_;
  GtkWidget* child_;
  GtkWidget* image_;
  GtkWidget* number_;
  GtkWidget* role_;
  GtkWidget* remove_;
  bool is_filling_ = false;
  std::shared_ptr<const pixels::Bitmap> shown_;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
