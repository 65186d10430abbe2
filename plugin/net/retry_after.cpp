// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_after.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/glib_ptr.h"

namespace wordbrush::net {

namespace {

using std::chrono::milliseconds;

constexpr double ms_per_s = 1000;

/// "7", "7.5", with white space around it; nothing for what is no number of its own.
std::optional<milliseconds> read_number(const char* text, double ms_per_unit) {
  gchar* end = nullptr;
  const double number = g_ascii_strtod(text, &end);
  if (end == text) return {};
  while (g_ascii_isspace(*end)) ++end;
  if (*end != '\0' || !std::isfinite(number)) return {};
  constexpr double max_ms = 1e12;
  return milliseconds(std::llround(std::clamp(number * ms_per_unit, 0.0, max_ms)));
}

std::optional<milliseconds> read_date(const char* text, std::int64_t now) {
  const DateTimePtr date(soup_date_time_new_from_http_string(text));
  if (!date) return {};
  const std::int64_t seconds = g_date_time_to_unix(date.get()) - now;
  return std::chrono::seconds(std::max<std::int64_t>(seconds, 0));
}

}  // namespace

std::optional<milliseconds> retry_after(SoupMessageHeaders* headers, std::int64_t now) {
  if (const char* const text = soup_message_headers_get_one(headers, "retry-after-ms"))
    if (const auto wait = read_number(text, 1)) return wait;
  const char* const text = soup_message_headers_get_one(headers, "Retry-After");
  if (text == nullptr) return {};
  if (const auto wait = read_number(text, ms_per_s)) return wait;
  return read_date(text, now);
}

}  // namespace wordbrush::net
