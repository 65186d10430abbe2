// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ui/reference_list.h"

namespace wordbrush::ui {

struct OfferedLayer {
  int layer_id = 0;
  std::string name;
};

/// An open image and its layers, from the top.
struct OfferedImage {
  int image_id = 0;
  std::string name;
  std::vector<OfferedLayer> layers;
};

using OnLayer = std::function<void(LayerSource source, const std::string& name)>;

/// A menu of what can be a reference: the layers of `images`, each image a submenu - but
/// the first, which is the one that is worked on: its layers are there at once -, and a
/// file. Floating.
GtkWidget* make_reference_menu(const std::vector<OfferedImage>& images, const OnLayer& on_layer,
                               std::function<void()> on_file);

/// The files that are on this computer among what was dropped (text/uri-list).
std::vector<std::filesystem::path> dropped_files(GtkSelectionData* data);

std::vector<std::filesystem::path> chosen_files(GtkFileChooser* chooser);

}  // namespace wordbrush::ui
