// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <vector>

#include "base/signal_connection.h"

namespace wordbrush::ui {

/// Which open image and which of its layers the window works on. GIMP does not tell
/// plug-ins what the user has in front: so they choose, or press a button.
class ImagePicker {
 public:
  explicit ImagePicker(std::function<void()> on_changed);
  ImagePicker(const ImagePicker&) = delete;
  ImagePicker& operator=(const ImagePicker&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// 0: none is open.
  int image_id() const;
  /// The chosen layer, or the image's selected one; 0: it has none.
  int layer_id() const;

  /// Chooses; an image or a layer that is gone is left out.
  void choose(int image_id, int layer_id);

  /// Looks at what is open now. To be called when the user comes back from GIMP.
  void refresh();

 private:
  void show_images(int chosen);
  void show_layers();
  void use_current_layer();

  std::function<void()> on_changed_;
  GtkWidget* box_;
  GtkWidget* image_slot_;
  GtkWidget* layer_slot_;
  GtkWidget* current_;
  GtkWidget* images_ = nullptr;
  GtkWidget* layers_ = nullptr;
  int shown_image_ = -1;  // whose layers are listed
  std::vector<int> open_images_;
  std::vector<int> open_layers_;
  SignalConnection image_chosen_;
  SignalConnection layer_chosen_;
  SignalConnection current_pressed_;
};

}  // namespace wordbrush::ui
