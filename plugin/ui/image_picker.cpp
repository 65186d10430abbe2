// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/image_picker.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/glib_ptr.h"
#include "ui/open_images.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

/// The images that the user sees.
std::vector<int> image_ids() {
  std::vector<int> ids;
  for (GimpImage* const image : open_images()) ids.push_back(gimp_image_get_id(image));
  return ids;
}

std::vector<int> layer_ids(int image_id) {
  std::vector<int> ids;
  if (image_id == 0 || !gimp_image_id_is_valid(image_id)) return ids;
  for (GimpItem* const layer : all_layers(gimp_image_get_by_id(image_id)))
    ids.push_back(gimp_item_get_id(layer));
  return ids;
}

/// The first layer that is selected in the image; 0: none is.
int selected_layer_of(int image_id) {
  if (image_id == 0 || !gimp_image_id_is_valid(image_id)) return 0;
  using Layers = std::unique_ptr<GimpLayer*, FreeWith<g_free>>;
  const Layers layers(gimp_image_get_selected_layers(gimp_image_get_by_id(image_id)));
  if (!layers || *layers == nullptr) return 0;
  return gimp_item_get_id(GIMP_ITEM(*layers));
}

/// 0 where nothing is chosen.
int active_of(GtkWidget* combo) {
  int id = 0;
  if (combo == nullptr || !gimp_int_combo_box_get_active(GIMP_INT_COMBO_BOX(combo), &id)) return 0;
  return id > 0 ? id : 0;
}

gboolean is_of_image(GimpImage*, GimpItem* item, gpointer image_id) {
  auto* const image = gimp_item_get_image(item);
  return image != nullptr && gimp_image_get_id(image) == GPOINTER_TO_INT(image_id);
}

/// libgimpui's choosers list what is open when they are made, so they are made anew.
void replace(GtkWidget* slot, GtkWidget*& old, GtkWidget* chooser, const char* name) {
  if (old != nullptr) gtk_widget_destroy(old);
  old = chooser;
  gtk_widget_set_hexpand(chooser, TRUE);
  set_accessible_name(chooser, name);
  gtk_container_add(GTK_CONTAINER(slot), chooser);
  gtk_widget_show(chooser);
}

}  // namespace

ImagePicker::ImagePicker(std::function<void()> on_changed)
    : on_changed_(std::move(on_changed)),
      box_(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space)),
      image_slot_(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0)),
      layer_slot_(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0)),
      current_(gtk_button_new_with_mnemonic(_("_Use Current Layer"))),
      current_pressed_(on(current_, "clicked", [this] { use_current_layer(); })) {
  gtk_widget_set_tooltip_text(current_, _("Work on the layer that is selected in the image"));
  gtk_box_pack_start(GTK_BOX(box_), image_slot_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), layer_slot_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), current_, FALSE, FALSE, 0);
  show_images(0);
}

int ImagePicker::image_id() const {
  const int id = active_of(images_);
  return id != 0 && gimp_image_id_is_valid(id) ? id : 0;
}

int ImagePicker::layer_id() const {
  const int id = active_of(layers_);
  return id != 0 && gimp_item_id_is_valid(id) ? id : selected_layer_of(image_id());
}

void ImagePicker::show_images(int chosen) {
  open_images_ = image_ids();
  image_chosen_ = {};
  replace(image_slot_, images_, gimp_image_combo_box_new(nullptr, nullptr, nullptr), _("Image"));
  if (std::ranges::contains(open_images_, chosen))
    gimp_int_combo_box_set_active(GIMP_INT_COMBO_BOX(images_), chosen);
  image_chosen_ = on(images_, "changed", [this] {
    show_layers();
    on_changed_();
  });
  // GIMP makes a thumbnail of each layer for it, which takes long for large ones.
  if (image_id() != shown_image_ || layer_ids(image_id()) != open_layers_) show_layers();
}

void ImagePicker::show_layers() {
  shown_image_ = image_id();
  open_layers_ = layer_ids(shown_image_);
  layer_chosen_ = {};
  replace(layer_slot_, layers_,
          gimp_layer_combo_box_new(is_of_image, GINT_TO_POINTER(image_id()), nullptr), _("Layer"));
  // A list of its own begins with the topmost one.
  if (const int layer = selected_layer_of(image_id()); layer != 0)
    gimp_int_combo_box_set_active(GIMP_INT_COMBO_BOX(layers_), layer);
  layer_chosen_ = on(layers_, "changed", [this] { on_changed_(); });
  gtk_widget_set_sensitive(current_, image_id() != 0);
}

void ImagePicker::use_current_layer() {
  if (const int layer = selected_layer_of(image_id()); layer != 0)
    gimp_int_combo_box_set_active(GIMP_INT_COMBO_BOX(layers_), layer);
  on_changed_();
}

void ImagePicker::choose(int image_id, int layer_id) {
  refresh();
  if (image_id != 0) gimp_int_combo_box_set_active(GIMP_INT_COMBO_BOX(images_), image_id);
  if (layer_id != 0) gimp_int_combo_box_set_active(GIMP_INT_COMBO_BOX(layers_), layer_id);
}

void ImagePicker::refresh() {
  const int image = image_id();
  const int layer = active_of(layers_);
  if (image_ids() != open_images_) {
    show_images(image);
  } else if (layer_ids(image) != open_layers_) {
    show_layers();
  } else {
    return;
  }
  if (layer != 0 && gimp_item_id_is_valid(layer))
    gimp_int_combo_box_set_active(GIMP_INT_COMBO_BOX(layers_), layer);
  on_changed_();
}

}  // namespace wordbrush::ui
