// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/check_row.h"

#include <glib/gi18n.h>

#include <utility>

#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int result_characters = 58;
constexpr int result_lines = 3;

}  // namespace

CheckRow::CheckRow(std::function<void()> on_check)
    : box_(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space)),
      check_(gtk_button_new_with_mnemonic(_("Chec_k"))),
      spinner_(gtk_spinner_new()),
      result_(make_note("", result_characters)),
      clicked_(on(check_, "clicked", std::move(on_check))) {
  gtk_widget_set_valign(check_, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text(check_, _("Saves the connection and asks the service for its models, "
                                        "which costs nothing"));
  gtk_box_pack_start(GTK_BOX(box_), check_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), spinner_, FALSE, FALSE, 0);
  gtk_widget_set_valign(spinner_, GTK_ALIGN_START);
  gtk_label_set_selectable(GTK_LABEL(result_), TRUE);
  // Only a text to copy: it is not a stop on the way through the fields.
  gtk_widget_set_can_focus(result_, FALSE);
  gtk_label_set_yalign(GTK_LABEL(result_), 0);
  gtk_widget_set_size_request(result_, -1, height_of_lines(result_, result_lines));
  gtk_box_pack_start(GTK_BOX(box_), result_, TRUE, TRUE, 0);
}

void CheckRow::show_result(const std::string& text, bool is_busy) {
  gtk_label_set_text(GTK_LABEL(result_), text.c_str());
  // It keeps its place when it stands still, so that the window keeps its width.
  g_object_set(spinner_, "active", is_busy, nullptr);
}

void CheckRow::set_sensitive(bool is_sensitive) {
  gtk_widget_set_sensitive(check_, is_sensitive);
}

}  // namespace wordbrush::ui
