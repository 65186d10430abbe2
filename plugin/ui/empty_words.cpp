// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/empty_words.h"

#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int width_characters = 40;

}  // namespace

EmptyWords::EmptyWords(GtkWidget* view)
    : overlay_(gtk_overlay_new()), label_(make_note("", width_characters)) {
  gtk_label_set_width_chars(GTK_LABEL(label_), -1);  // fewer where there is no room
  gtk_label_set_xalign(GTK_LABEL(label_), 0.5F);
  gtk_label_set_justify(GTK_LABEL(label_), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign(label_, GTK_ALIGN_CENTER);
  gtk_widget_set_valign(label_, GTK_ALIGN_CENTER);
  gtk_widget_set_no_show_all(label_, TRUE);
  gtk_container_add(GTK_CONTAINER(overlay_), view);
  gtk_overlay_add_overlay(GTK_OVERLAY(overlay_), label_);
  // The view is dragged and scrolled below the words, too.
  gtk_overlay_set_overlay_pass_through(GTK_OVERLAY(overlay_), label_, TRUE);
}

void EmptyWords::say(const std::string& words) {
  gtk_label_set_text(GTK_LABEL(label_), words.c_str());
  gtk_widget_set_visible(label_, !words.empty());
}

}  // namespace wordbrush::ui
