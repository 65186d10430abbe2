// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/question.h"

#include <glib/gi18n.h>

#include <memory>
#include <utility>

namespace wordbrush::ui {

namespace {

using OnYes = std::function<void()>;

void on_answer(GtkDialog* question, int response, gpointer on_yes) {
  // Destroying the question frees its handler.
  const auto handler = *static_cast<OnYes*>(on_yes);
  gtk_widget_destroy(GTK_WIDGET(question));
  if (response == GTK_RESPONSE_ACCEPT) handler();
}

}  // namespace

void ask(GtkWindow* parent, const char* text, const char* yes_with_mnemonic, OnYes on_yes) {
  auto* const question = gtk_message_dialog_new(
      parent, GtkDialogFlags(GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT),
      GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", text);
  gtk_dialog_add_buttons(GTK_DIALOG(question), _("_Cancel"), GTK_RESPONSE_CANCEL, yes_with_mnemonic,
                         GTK_RESPONSE_ACCEPT, nullptr);
  gtk_dialog_set_default_response(GTK_DIALOG(question), GTK_RESPONSE_CANCEL);
  auto handler = std::make_unique<OnYes>(std::move(on_yes));
  g_signal_connect_data(
      question, "response", G_CALLBACK(on_answer), handler.release(),
      [](gpointer held, GClosure*) { delete static_cast<OnYes*>(held); }, GConnectFlags(0));
  gtk_window_present(GTK_WINDOW(question));
}

}  // namespace wordbrush::ui
