// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reference_chip.h"

#include <glib/gi18n.h>

#include <utility>

#include "base/glib_ptr.h"
#include "ui/signals.h"
#include "ui/thumbnail.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

ReferenceChip::ReferenceChip(ChipEvents events)
    : events_(std::move(events)),
      child_(gtk_flow_box_child_new()),
      image_(gtk_image_new()),
      number_(gtk_label_new("")),
      role_(gtk_combo_box_text_new()),
      remove_(gtk_button_new_from_icon_name("window-close-symbolic", GTK_ICON_SIZE_BUTTON)) {
  for (const auto role : all_roles)
    gtk_combo_box_text_append_text(GTK_COMBO_BOX_TEXT(role_), name_of(role));
  gtk_button_set_relief(GTK_BUTTON(remove_), GTK_RELIEF_NONE);
  gtk_widget_set_valign(remove_, GTK_ALIGN_START);
  gtk_widget_set_halign(remove_, GTK_ALIGN_END);
  gtk_widget_set_size_request(image_, chip_thumbnail_side, chip_thumbnail_side);

  auto* const top = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_pack_start(GTK_BOX(top), number_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(top), image_, TRUE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(top), remove_, FALSE, FALSE, 0);
  auto* const box = gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space);
  gtk_container_set_border_width(GTK_CONTAINER(box), small_space / 2);
  gtk_box_pack_start(GTK_BOX(box), top, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), role_, FALSE, FALSE, 0);
  auto* const frame = gtk_frame_new(nullptr);
  gtk_container_add(GTK_CONTAINER(frame), box);
  gtk_container_add(GTK_CONTAINER(child_), frame);
  gtk_widget_show_all(child_);

  signals_.push_back(on(role_, "changed", [this] {
    if (!is_filling_)
      events_.on_role(
          all_roles[static_cast<std::size_t>(gtk_combo_box_get_active(GTK_COMBO_BOX(role_)))]);
  }));
  signals_.push_back(on(remove_, "clicked", [this] {
    // A copy: this ends with it.
    const auto on_remove = events_.on_remove;
    on_remove();
  }));
}

ReferenceChip::~ReferenceChip() {
  gtk_widget_destroy(child_);
}

void ReferenceChip::show(const Reference& reference, int number) {
  const auto digits = std::to_string(number);
  const auto text = [&](const char* format) {
    const GCharPtr made(g_strdup_printf(format, digits.c_str(), reference.name.c_str()));
    return std::string(made.get());
  };
  is_filling_ = true;
  gtk_label_set_text(GTK_LABEL(number_), digits.c_str());
  gtk_combo_box_set_active(GTK_COMBO_BOX(role_), static_cast<int>(reference.role));
  is_filling_ = false;
  // Translators: %1$s is a number, %2$s the name of a layer or a file
  set_accessible_name(child_, text(_("Reference %1$s: %2$s")).c_str());
  // Translators: %1$s is a number
  set_accessible_name(role_, text(_("Role of reference %1$s")).c_str());
  // Translators: %1$s is a number, %2$s the name of a layer or a file
  set_accessible_name(remove_, text(_("Remove reference %1$s: %2$s")).c_str());
  gtk_widget_set_tooltip_text(child_, reference.name.c_str());
  gtk_widget_set_tooltip_text(remove_, _("Remove"));
  gtk_widget_set_tooltip_text(role_, _("What the model takes from it"));
  // An empty square keeps its place until the picture was read.
  if (shown_ != reference.thumbnail ||
      gtk_image_get_storage_type(GTK_IMAGE(image_)) == GTK_IMAGE_EMPTY)
    show_thumbnail(GTK_IMAGE(image_), reference.thumbnail.get(), chip_thumbnail_side);
  shown_ = reference.thumbnail;
}

}  // namespace wordbrush::ui
