// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text_row.h"

#include "ui/widgets.h"

namespace wordbrush::ui {

GtkWidget* make_text_row(const std::string& text) {
  auto* const label = gtk_label_new(text.c_str());
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode(GTK_LABEL(label), TRUE);
  gtk_widget_set_margin_start(label, small_space);
  gtk_widget_set_margin_end(label, small_space);
  gtk_widget_set_margin_top(label, small_space / 2);
  gtk_widget_set_margin_bottom(label, small_space / 2);
  auto* const row = gtk_list_box_row_new();
  gtk_container_add(GTK_CONTAINER(row), label);
  gtk_widget_set_tooltip_text(row, text.c_str());
  set_accessible_name(row, text.c_str());
  return row;
}

}  // namespace wordbrush::ui
