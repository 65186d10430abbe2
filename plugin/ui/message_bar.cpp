// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/message_bar.h"

#include <glib/gi18n.h>

#include <chrono>
#include <utility>

#include "base/glib_ptr.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

const char* icon_of(GtkMessageType type) {
  return type == GTK_MESSAGE_ERROR ? "dialog-error" : "dialog-information";
}

/// The bar's own has no name for screen readers.
GtkWidget* make_close_button() {
  auto* const button = gtk_button_new_from_icon_name("window-close-symbolic", GTK_ICON_SIZE_BUTTON);
  gtk_button_set_relief(GTK_BUTTON(button), GTK_RELIEF_NONE);
  gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text(button, _("Close"));
  set_accessible_name(button, _("Close"));
  gtk_widget_show(button);
  return button;
}

}  // namespace

MessageBar::MessageBar()
    : bar_(gtk_info_bar_new()),
      icon_(gtk_image_new()),
      label_(gtk_label_new("")),
      button_(gtk_info_bar_add_button(GTK_INFO_BAR(bar_), "", GTK_RESPONSE_ACCEPT)),
      response_(bar_, g_signal_connect(bar_, "response", G_CALLBACK(on_response), this)) {
  auto* const close = make_close_button();
  gtk_info_bar_add_action_widget(GTK_INFO_BAR(bar_), close, GTK_RESPONSE_CANCEL);
  // Else it would be as wide as the other button.
  auto* const buttons = gtk_info_bar_get_action_area(GTK_INFO_BAR(bar_));
  gtk_button_box_set_child_non_homogeneous(GTK_BUTTON_BOX(buttons), close, TRUE);
  gtk_label_set_line_wrap(GTK_LABEL(label_), TRUE);
  gtk_label_set_line_wrap_mode(GTK_LABEL(label_), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable(GTK_LABEL(label_), TRUE);
  gtk_label_set_xalign(GTK_LABEL(label_), 0);
  auto* const area = gtk_info_bar_get_content_area(GTK_INFO_BAR(bar_));
  gtk_box_pack_start(GTK_BOX(area), icon_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(area), label_, TRUE, TRUE, 0);
  gtk_widget_show_all(area);
  gtk_widget_set_no_show_all(bar_, TRUE);
}

void MessageBar::show(GtkMessageType type, const std::string& sentence) {
  tick_ = {};
  seconds_ = 0;
  gtk_info_bar_set_message_type(GTK_INFO_BAR(bar_), type);
  gtk_image_set_from_icon_name(GTK_IMAGE(icon_), icon_of(type), GTK_ICON_SIZE_LARGE_TOOLBAR);
  gtk_widget_show(bar_);
  say(sentence);
}

void MessageBar::say(const std::string& text) {
  gtk_label_set_text(GTK_LABEL(label_), text.c_str());
  auto* const spoken = gtk_widget_get_accessible(label_);
  atk_object_set_role(spoken, ATK_ROLE_NOTIFICATION);
  atk_object_set_name(spoken, text.c_str());
}

void MessageBar::show_error(const std::string& sentence, const std::string& button,
                            std::function<void()> on_button) {
  on_button_ = std::move(on_button);
  button_label_ = button;
  gtk_button_set_label(GTK_BUTTON(button_), button.c_str());
  gtk_widget_set_sensitive(button_, TRUE);
  gtk_widget_set_visible(button_, !button.empty());
  show(GTK_MESSAGE_ERROR, sentence);
}

void MessageBar::show_notice(const std::string& sentence) {
  // What is there was not read yet, perhaps.
  if (gtk_widget_get_visible(bar_)) return add(sentence);
  on_button_ = nullptr;
  gtk_widget_hide(button_);
  show(GTK_MESSAGE_INFO, sentence);
}

void MessageBar::add(const std::string& sentence) {
  std::string text = gtk_label_get_text(GTK_LABEL(label_));
  if (text.contains(sentence)) return;
  say(text + " " + sentence);
}

void MessageBar::hide() {
  tick_ = {};
  on_button_ = nullptr;
  gtk_widget_hide(bar_);
}

void MessageBar::wait(int seconds, const std::string& label) {
  button_label_ = label;
  seconds_ = seconds;
  count_down();
}

void MessageBar::count_down() {
  gtk_widget_set_sensitive(button_, seconds_ == 0);
  if (seconds_ == 0) return gtk_button_set_label(GTK_BUTTON(button_), button_label_.c_str());
  const GCharPtr text(g_strdup_printf(
      ngettext("Try Again in %d Second", "Try Again in %d Seconds", static_cast<gulong>(seconds_)),
      seconds_));
  gtk_button_set_label(GTK_BUTTON(button_), text.get());
  --seconds_;
  tick_ = Later(std::chrono::seconds(1), [this] { count_down(); });
}

void MessageBar::on_response(GtkInfoBar*, int response, gpointer self) {
  auto& bar = *static_cast<MessageBar*>(self);
  const auto on_button = std::exchange(bar.on_button_, nullptr);
  bar.hide();
  if (response == GTK_RESPONSE_ACCEPT && on_button) on_button();
}

}  // namespace wordbrush::ui
