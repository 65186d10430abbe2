// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/failure_bar.h"

#include <glib/gi18n.h>
#include <libgimp/gimp.h>

#include <algorithm>
#include <utility>

#include "edit/sentence.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

/// What a request is sent again with, when it was too large.
constexpr std::size_t smaller = 3;

/// An order that failed can be given again, others cannot.
Help fitting(const Failure& failure) {
  const Help help = help_for(failure.error);
  const bool repeats =
      help == Help::TryAgain || help == Help::TryAgainLater || help == Help::SendSmaller;
  return repeats && !failure.order ? Help::CopyDetails : help;
}

void show_words(GtkWindow* parent, const std::string& words) {
  auto* const dialog =
      gtk_message_dialog_new(parent, GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_OTHER,
                             GTK_BUTTONS_CLOSE, "%s", _("The model's words"));
  gtk_message_dialog_format_secondary_text(GTK_MESSAGE_DIALOG(dialog), "%s", words.c_str());
  g_signal_connect(dialog, "response", G_CALLBACK(gtk_widget_destroy), nullptr);
  gtk_widget_show(dialog);
}

}  // namespace

FailureBar::FailureBar(MessageBar& bar, FailureActions actions)
    : bar_(bar), actions_(std::move(actions)) {}

void FailureBar::show(Failure failure) {
  const Help help = fitting(failure);
  const std::string sentence = edit::to_sentence(failure.error);
  const int seconds = seconds_to_wait(failure.error);
  bar_.show_error(sentence, label_of(help),
                  [this, help, failure = std::move(failure)] { this->help(help, failure); });
  if (help == Help::TryAgainLater) bar_.wait(seconds, label_of(help));
}

void FailureBar::help(Help help, const Failure& failure) {
  switch (help) {
    case Help::OpenConnections:
      return actions_.open_connections();
    case Help::ChangeCap:
      return actions_.change_cap();
    case Help::TryAgain:
    case Help::TryAgainLater:
      return actions_.send(*failure.order);
    case Help::SendSmaller: {
      Order order = *failure.order;
      order.request.upload.format = edit::UploadFormat::Jpeg;
      // Where the limit is, the service did not say.
      auto& most = order.request.upload.max_bytes;
      most = (failure.picture_bytes > 0 ? std::min(most, failure.picture_bytes) : most) / smaller;
      return actions_.send(std::move(order));
    }
    case Help::ShowWords:
      return show_words(actions_.window(), failure.error.detail);
    case Help::CopyDetails: {
      const std::string details =
          error_details(failure.error, {failure.host, failure.model, gimp_version()});
      gtk_clipboard_set_text(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD), details.c_str(), -1);
      return;
    }
  }
}

}  // namespace wordbrush::ui
