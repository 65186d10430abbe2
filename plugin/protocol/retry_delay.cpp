// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/retry_delay.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

using std::chrono::milliseconds;

/// A google.protobuf.Duration in JSON: decimal seconds and an s.
std::optional<milliseconds> read_duration(std::string_view text) {
  if (!text.ends_with('s')) return {};
  text.remove_suffix(1);
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  constexpr double ms_per_s = 1000;
  constexpr double max_s = 1e9;
  if (!std::isfinite(seconds)) return {};
  return milliseconds(std::llround(std::clamp(seconds, 0.0, max_s) * ms_per_s));
}

}  // namespace

std::optional<milliseconds> read_retry_delay(std::string_view body) {
  const JsonNodePtr document = parse_json(trimmed(body));
  JsonNode* root = document.get();
  if (const auto list = elements(array_of(root)); !list.empty()) root = list.front();
  JsonObject* const error = member_object(object_of(root), "error");
  for (JsonNode* const detail : elements(member_array(error, "details"))) {
    const char* const delay = member_string(object_of(detail), "retryDelay");
    if (delay == nullptr) continue;
    if (const auto wait = read_duration(delay)) return wait;
  }
  return {};
}

}  // namespace wordbrush::protocol
