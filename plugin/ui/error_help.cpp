// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/error_help.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <chrono>

#include "edit/sentence.h"

namespace wordbrush::ui {

namespace {

Help help_of_kind(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Auth:
    case ErrorKind::Permission:
    case ErrorKind::Quota:
    case ErrorKind::NotFound:
    case ErrorKind::Settings:
      return Help::OpenConnections;
    case ErrorKind::RateLimit:
      return Help::TryAgainLater;
    case ErrorKind::TooLarge:
      return Help::SendSmaller;
    case ErrorKind::Safety:
    case ErrorKind::NoImage:
      return Help::ShowWords;
    case ErrorKind::Upstream:
    case ErrorKind::Timeout:
    case ErrorKind::Truncated:
    case ErrorKind::Empty:
    case ErrorKind::BadImage:
    case ErrorKind::Download:
    case ErrorKind::Network:
      return Help::TryAgain;
    case ErrorKind::CapReached:
      return Help::ChangeCap;
    case ErrorKind::BadRequest:
    case ErrorKind::Protocol:
    case ErrorKind::Cancelled:
    case ErrorKind::Input:
    case ErrorKind::Host:
      break;
  }
  return Help::CopyDetails;
}

}  // namespace

Help help_for(const Error& error) {
  const Help help = help_of_kind(error.kind);
  // Whoever fails and says for how long is not asked again before.
  return help == Help::TryAgain && error.retry_after ? Help::TryAgainLater : help;
}

int seconds_to_wait(const Error& error) {
  using std::chrono::seconds;
  constexpr seconds unsaid{20};
  constexpr seconds least{1};
  constexpr seconds most{120};
  if (!error.retry_after) return unsaid.count();
  return static_cast<int>(
      std::clamp(std::chrono::ceil<seconds>(*error.retry_after), least, most).count());
}

std::string label_of(Help help) {
  switch (help) {
    case Help::OpenConnections:
      return _("Open Connections");
    case Help::TryAgain:
    case Help::TryAgainLater:
      return _("Try Again");
    case Help::SendSmaller:
      return _("Send a Smaller Picture");
    case Help::ShowWords:
      return _("Show the Model's Words");
    case Help::ChangeCap:
      return _("Change the Limit");
    case Help::CopyDetails:
      break;
  }
  return _("Copy Details");
}

std::string error_details(const Error& error, const Asked& asked) {
  const std::string service = asked.host.empty() ? "" : asked.host + ", " + asked.model + "\n";
  return "Wordbrush " WORDBRUSH_VERSION ", GIMP " + asked.gimp_version + "\n" +
         edit::to_message(error) + "\n" + service;
}

}  // namespace wordbrush::ui
