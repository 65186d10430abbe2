// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an endpoint says with a status that is no success: one sentence of valid
// text, of a size that a window can show.
#include <glib.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz_target.h"
#include "protocol/http_failure.h"
#include "protocol/limits.h"
#include "protocol/words.h"

using wordbrush::Error;
using wordbrush::protocol::max_quoted_characters;
using wordbrush::protocol::read_http_failure;

namespace {

constexpr std::string_view ellipsis = "...";

constexpr int success = 200;

/// 400 to 599, or 200: relays put errors under it as well.
int status_from(std::uint8_t high, std::uint8_t low) {
  constexpr int first_error = 400;
  constexpr int errors = 200;
  const int chosen = (int{high} << 8 | low) % (errors + 1);
  return chosen == errors ? success : first_error + chosen;
}

bool is_sound(const Error& error, int status) {
  const std::string& detail = error.detail;
  // A status that stands for an error is at least told by its number.
  if (detail.empty()) return status == success;
  if (!g_utf8_validate(detail.c_str(), gssize(detail.size()), nullptr)) return false;
  return g_utf8_strlen(detail.c_str(), gssize(detail.size())) <=
         glong(max_quoted_characters + ellipsis.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t status_bytes = 2;
  if (size < status_bytes) return 0;
  const int status = status_from(data[0], data[1]);
  const std::string_view body(reinterpret_cast<const char*>(data) + status_bytes,
                              size - status_bytes);
  const Error error = read_http_failure(status, body);
  if (!is_sound(error, status)) std::abort();
  // What is told holds no key any more.
  if (wordbrush::protocol::without_keys(error.detail) != error.detail) std::abort();
  return 0;
}
