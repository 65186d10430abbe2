// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http_failure.h"

#include <glib.h>

#include <utility>

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

}  // namespace

Error read_http_failure(int status, std::string_view body) {
  // An error page is a few KiB; the words are at its start.
  constexpr std::size_t max_error_bytes = mebibyte;
  return to_error(words_of_body(body.substr(0, max_error_bytes)), status);
}

}  // namespace wordbrush::protocol
