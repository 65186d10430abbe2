// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host_notice.h"

#include <glib/gi18n.h>

#include <utility>

namespace wordbrush::ui {

HostNotice::HostNotice(GtkWindow* parent, const Leaving& leaving, OnAnswer on_answer)
    : on_answer_(std::move(on_answer)),
      dialog_(gtk_message_dialog_new(parent, GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION,
                                     GTK_BUTTONS_NONE, "%s", notice_title(leaving).c_str())),
      response_(dialog_, g_signal_connect(dialog_, "response", G_CALLBACK(on_response), this)) {
  gtk_message_dialog_format_secondary_text(GTK_MESSAGE_DIALOG(dialog_), "%s",
                                           notice_text(leaving).c_str());
  gtk_dialog_add_buttons(GTK_DIALOG(dialog_), _("_Cancel"), GTK_RESPONSE_CANCEL, _("_Send"),
                         GTK_RESPONSE_ACCEPT, nullptr);
  // Return must not agree to what nobody has read.
  gtk_dialog_set_default_response(GTK_DIALOG(dialog_), GTK_RESPONSE_CANCEL);
  gtk_widget_grab_focus(
      gtk_dialog_get_widget_for_response(GTK_DIALOG(dialog_), GTK_RESPONSE_CANCEL));
  gtk_window_present(GTK_WINDOW(dialog_));
}

HostNotice::~HostNotice() {
  gtk_widget_destroy(dialog_);
}

void HostNotice::on_response(GtkDialog* dialog, int response, gpointer self) {
  auto& notice = *static_cast<HostNotice*>(self);
  gtk_widget_hide(GTK_WIDGET(dialog));
  // A copy, since the event may end the life of the notice.
  const auto on_answer = std::exchange(notice.on_answer_, nullptr);
  if (on_answer) on_answer(response == GTK_RESPONSE_ACCEPT);
}

}  // namespace wordbrush::ui
