// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http_failure.h"

#include <glib/gi18n.h>

#include <utility>

#include "base/glib_ptr.h"
#include "protocol/body_kind.h"
#include "protocol/error_words.h"
#include "protocol/json.h"
#include "protocol/limits.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

// Of a body that holds no error that is known.
constexpr std::size_t max_raw_characters = 200;

/// What stands between the prefix of an event's data and the line's end: LiteLLM
/// sends its error as an event also where nothing was streamed.
std::string_view without_data_prefix(std::string_view body) {
  constexpr std::string_view prefix = "data:";
  if (!body.starts_with(prefix)) return body;
  return body.substr(prefix.size(), body.find_first_of("\r\n") - prefix.size());
}

ErrorWords words_of_body(std::string_view body) {
  const std::string_view text = without_data_prefix(without_lead(body));
  const JsonNodePtr document = parse_json(text);
  if (auto words = read_error_words(document.get())) return std::move(*words);
  std::string message =
      kind_of_body(text) == BodyKind::Html ? words_of_html(text) : std::string(trimmed(text));
  return {.message = shortened(without_keys(message), max_raw_characters)};
}

/// A redirect is not followed: the key is for the host that was asked alone.
bool is_redirect(int status) {
  constexpr int first_redirect = 300;
  constexpr int last_redirect = 399;
  return status >= first_redirect && status <= last_redirect;
}

Error redirect_error(int status, std::string_view location) {
  constexpr std::size_t max_shown_characters = 200;
  const std::string to = shortened(without_keys(location), max_shown_characters);
  const GCharPtr detail(
      to.empty() ? g_strdup_printf(_("The address only leads to another one (HTTP %d)."), status)
                 : g_strdup_printf(_("The address only leads to another one (HTTP %d): %s"), status,
                                   to.c_str()));
  return {ErrorKind::Protocol, detail.get()};
}

}  // namespace

Error read_http_failure(int status, std::string_view body, std::string_view location) {
  if (is_redirect(status)) return redirect_error(status, location);
  // An error page is a few KiB; the words are at its start.
  constexpr std::size_t max_error_bytes = mebibyte;
  return to_error(words_of_body(body.substr(0, max_error_bytes)), status);
}

}  // namespace wordbrush::protocol
