// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/sentence.h"

#include <glib/gi18n.h>

#include "base/glib_ptr.h"

namespace wordbrush::edit {

namespace {

/// What is said of a kind: with the service's words or a sentence of ours (%s), and
/// without any.
struct Wording {
  const char* with_detail;
  const char* alone;
};

/// Where the detail is a whole sentence of our own.
constexpr Wording own_words{"%s", N_("Something went wrong.")};

Wording wording_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Auth:
      return {N_("The service does not accept the key: %s. Check the key in Filters > Wordbrush > "
                 "Connections."),
              N_("The service does not accept the key. Check it in Filters > Wordbrush > "
                 "Connections.")};
    case ErrorKind::Permission:
      return {N_("This key may not do that: %s"), N_("This key may not do that.")};
    case ErrorKind::Quota:
      return {N_("There is no credit left: %s. Top up your account at the service."),
              N_("There is no credit left. Top up your account at the service.")};
    case ErrorKind::RateLimit:
      return {N_("The service asks to wait: %s. Try again in a while."),
              N_("The service asks to wait. Try again in a while.")};
    case ErrorKind::NotFound:
      return {N_("The model or the address was not found: %s. Check both in Filters > Wordbrush > "
                 "Connections."),
              N_("The model or the address was not found. Check both in Filters > Wordbrush > "
                 "Connections.")};
    case ErrorKind::BadRequest:
      return {N_("The service refuses the request: %s"), N_("The service refuses the request.")};
    case ErrorKind::TooLarge:
      return {N_("The picture is too large for the service: %s. Select a smaller part."),
              N_("The picture is too large for the service. Select a smaller part.")};
    case ErrorKind::Safety:
      return {N_("The model refused: %s"), N_("The model refused, without a reason.")};
    case ErrorKind::Upstream:
      return {N_("The service failed: %s. Try again later."),
              N_("The service failed. Try again later.")};
    case ErrorKind::NoImage:
      return {N_("The model answered without a picture: %s"),
              N_("The model answered without a picture. Try again, or put it in other words.")};
    case ErrorKind::Empty:
      return {"%s", N_("The answer was empty. The service may not pass pictures on.")};
    case ErrorKind::Truncated:
      return {N_("%s. Try again."), N_("The answer stopped in the middle. Try again.")};
    case ErrorKind::Protocol:
      return {N_("%s. Check the address in Filters > Wordbrush > Connections."),
              N_("The answer cannot be understood. Check the address in Filters > Wordbrush > "
                 "Connections.")};
    case ErrorKind::Download:
      return {N_("The picture could not be fetched: %s"), N_("The picture could not be fetched.")};
    case ErrorKind::Cancelled:
      return {"%s", N_("Canceled.")};
    default:
      return own_words;
  }
}

/// The words without a full stop at their end, since a sentence goes on after them.
std::string without_full_stop(std::string_view words) {
  constexpr std::string_view chinese_stop = "\u3002";
  while (words.ends_with('.') || words.ends_with(' ') || words.ends_with('\n') ||
         words.ends_with(chinese_stop))
    words.remove_suffix(words.ends_with(chinese_stop) ? chinese_stop.size() : 1);
  return std::string(words);
}

bool goes_on(std::string_view format) {
  return !format.ends_with("%s");
}

}  // namespace

std::string to_sentence(const Error& error) {
  const Wording wording = wording_of(error.kind);
  if (error.detail.empty()) return _(wording.alone);
  const std::string words =
      goes_on(wording.with_detail) ? without_full_stop(error.detail) : error.detail;
  const GCharPtr sentence(g_strdup_printf(_(wording.with_detail), words.c_str()));
  return sentence.get();
}

std::string to_message(const Error& error) {
  return "[" + std::string(name_of(error.kind)) + "] " + to_sentence(error);
}

}  // namespace wordbrush::edit
