// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/retry_policy.h"

#include <glib.h>
#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "protocol/retry_delay.h"

namespace wordbrush::edit {

namespace {

using std::chrono::milliseconds;

/// Whether `text` names `word`, which is lower case, as a word of its own or the start
/// of one: "stream", "streaming", but not "upstream".
bool names(std::string_view text, std::string_view word) {
  const auto equals = [](char a, char b) { return g_ascii_tolower(a) == b; };
  for (auto at = text.begin();; ++at) {
    at = std::search(at, text.end(), word.begin(), word.end(), equals);
    if (at == text.end()) return false;
    if (at == text.begin() || !g_ascii_isalpha(*(at - 1))) return true;
  }
}

/// The fields that only some services know (protocol.md, 1.3), in all their spellings.
bool names_optional_field(std::string_view text) {
  constexpr std::array<std::string_view, 11> fields = {
      "modalities",  "responsemodalities", "image_config", "imageconfig", "aspect_ratio",
      "aspectratio", "image_size",         "imagesize",    "extra_body",  "size",
      "mask"};
  return std::ranges::any_of(fields, [&](std::string_view field) { return names(text, field); });
}

bool is_busy(const net::HttpAnswer& answer, const Error& error) {
  constexpr int too_many_requests = 429;
  constexpr int unavailable = 503;
  constexpr int overloaded = 529;
  const bool is_its_status = answer.status == too_many_requests || answer.status == unavailable ||
                             answer.status == overloaded;
  // The same statuses also stand for no credit and for a model that does not exist.
  return is_its_status && (error.kind == ErrorKind::RateLimit || error.kind == ErrorKind::Upstream);
}

}  // namespace

std::vector<Warning> warnings_of(const Refusals& refusals, bool stream) {
  std::vector<Warning> warnings;
  if (refusals.fields)
    warnings.push_back(
        {"fields_left_out",
         _("The service does not take the size in fields of its own, so it was put in words. "
           "Change that in Filters > Wordbrush > Connections to save the second try.")});
  if (refusals.stream)
    warnings.push_back(
        {"stream_changed",
         stream ? _("The service does not send answers piece by piece. Turn that off in "
                    "Filters > Wordbrush > Connections to save the second try.")
                : _("The service sends answers piece by piece only. Turn that on in "
                    "Filters > Wordbrush > Connections to save the second try.")});
  return warnings;
}

std::optional<milliseconds> RetryPolicy::asked_wait(const net::HttpAnswer& answer) {
  if (answer.retry_after) return answer.retry_after;
  return protocol::read_retry_delay(answer.error_body);
}

std::optional<milliseconds> RetryPolicy::wait_after(const net::HttpAnswer& answer) const {
  if (waits_ == max_waits) return {};
  const milliseconds wait = asked_wait(answer).value_or(std::chrono::seconds(2 << waits_));
  if (wait > max_wait) return {};
  return wait;
}

std::optional<NextTry> RetryPolicy::next(const protocol::PictureRequest& request,
                                         const net::HttpAnswer& answer, const Error& error) {
  if (is_busy(answer, error)) {
    const auto wait = wait_after(answer);
    if (!wait) return {};
    ++waits_;
    return NextTry{*wait, request};
  }
  if (error.kind != ErrorKind::BadRequest) return {};
  return in_other_words(request, answer);
}

std::optional<NextTry> RetryPolicy::in_other_words(const protocol::PictureRequest& request,
                                                   const net::HttpAnswer& answer) {
  if (!left_out_fields_ && protocol::has_optional_fields(request) &&
      names_optional_field(answer.error_body)) {
    left_out_fields_ = true;
    return NextTry{.request = protocol::without_optional_fields(request)};
  }
  if (!changed_stream_ && names(answer.error_body, "stream")) {
    changed_stream_ = true;
    NextTry other{.request = request};
    other.request.stream = !request.stream;
    return other;
  }
  return {};
}

}  // namespace wordbrush::edit
