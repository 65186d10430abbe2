// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <string>

namespace wordbrush::ui {

/// Says in the middle of a view why there is no picture in it, where one looks for it.
class EmptyWords {
 public:
  /// `view` is put into widget().
  explicit EmptyWords(GtkWidget* view);
  EmptyWords(const EmptyWords&) = delete;
  EmptyWords& operator=(const EmptyWords&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return overlay_; }

  /// None: the view has a picture.
  void say(const std::string& words);

 private:
  GtkWidget* overlay_;
  GtkWidget* label_;
};

}  // namespace wordbrush::ui
