// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/error_words.h"
#include "protocol/limits.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// A piece of a code, or of a message, and what it stands for.
struct Sign {
  std::string_view piece;  ///< lower case
  ErrorKind kind;
};

// protocol.md, 5.2. The first that fits counts, before the status does: relays
// send any status.
constexpr std::array<Sign, 30> code_signs = {{
    {"content_filter", ErrorKind::Safety},
    {"content_policy", ErrorKind::Safety},
    {"moderation", ErrorKind::Safety},
    {"prompt_blocked", ErrorKind::Safety},
    {"sensitive", ErrorKind::Safety},
    {"datainspectionfailed", ErrorKind::Safety},
    {"data_inspection_failed", ErrorKind::Safety},
    {"safety", ErrorKind::Safety},
    {"insufficient_quota", ErrorKind::Quota},
    {"insufficient_user_quota", ErrorKind::Quota},
    {"insufficient_balance", ErrorKind::Quota},
    {"insufficient_credits", ErrorKind::Quota},
    {"pre_consume_token_quota_failed", ErrorKind::Quota},
    {"billing_hard_limit_reached", ErrorKind::Quota},
    {"invalid_api_key", ErrorKind::Auth},
    {"api_key_invalid", ErrorKind::Auth},
    {"invalid_authentication", ErrorKind::Auth},
    {"unauthenticated", ErrorKind::Auth},
    {"authentication_error", ErrorKind::Auth},
    {"permission_denied", ErrorKind::Permission},
    {"model_not_found", ErrorKind::NotFound},
    {"deploymentnotfound", ErrorKind::NotFound},
    {"request_too_large", ErrorKind::TooLarge},
    {"read_request_body_failed", ErrorKind::TooLarge},
    {"rate_limit", ErrorKind::RateLimit},
    {"resource_exhausted", ErrorKind::RateLimit},
    {"deadline_exceeded", ErrorKind::Timeout},
    {"context_length_exceeded", ErrorKind::TooLarge},
    {"invalid_argument", ErrorKind::BadRequest},
    {"invalidparameter", ErrorKind::BadRequest},
}};

constexpr std::array<Sign, 8> message_signs = {{
    {"api key not valid", ErrorKind::Auth},
    {"incorrect api key", ErrorKind::Auth},
    {"must be verified", ErrorKind::Permission},
    {"request body too large", ErrorKind::TooLarge},
    {"insufficient_user_quota", ErrorKind::Quota},
    {"blockreason", ErrorKind::Safety},
    {"error code: 522", ErrorKind::Timeout},
    {"error code: 524", ErrorKind::Timeout},
}};

// Of new-api's own pages, where the status is 200 (protocol.md, 5.2).
constexpr std::array<std::string_view, 4> login_words = {"login", "log in", "logged in", "token"};

/// The first sign that any of `texts` holds.
template <std::size_t Count>
const Sign* find_sign(const std::array<Sign, Count>& signs, const std::vector<std::string>& texts) {
  const auto* const found = std::ranges::find_if(signs, [&](const Sign& sign) {
    return std::ranges::any_of(texts,
                               [&](const std::string& text) { return text.contains(sign.piece); });
  });
  return found == signs.end() ? nullptr : found;
}

ErrorKind kind_of_status(int status) {
  switch (status) {
    case 401:
      return ErrorKind::Auth;
    case 402:
      return ErrorKind::Quota;
    case 403:
      return ErrorKind::Permission;
    case 404:
      return ErrorKind::NotFound;
    case 413:
      return ErrorKind::TooLarge;
    case 429:
      return ErrorKind::RateLimit;
    case 408:
    case 504:
    case 520:
    case 521:
    case 522:
    case 523:
    case 524:
      return ErrorKind::Timeout;
    default:
      break;
  }
  constexpr int first_server_status = 500;
  const bool is_refusal = status >= 400 && status < first_server_status;
  return is_refusal ? ErrorKind::BadRequest : ErrorKind::Upstream;
}

ErrorKind classify(const ErrorWords& words, int status) {
  const std::string message = lower(words.message);
  if (const Sign* const sign = find_sign(code_signs, words.codes)) return sign->kind;
  if (const Sign* const sign = find_sign(message_signs, {message})) return sign->kind;

  if (status >= first_error_status) return kind_of_status(status);
  if (words.status != 0) return kind_of_status(words.status);
  const bool is_about_login = std::ranges::any_of(
      login_words, [&](std::string_view word) { return message.contains(word); });
  return words.codes.empty() && is_about_login ? ErrorKind::Auth : ErrorKind::Upstream;
}

/// Where the service found no words.
std::string named(const ErrorWords& words, int status) {
  const int code = status >= first_error_status ? status : words.status;
  if (code != 0) return "HTTP " + std::to_string(code);
  if (!words.codes.empty()) return shortened(words.codes.front(), max_quoted_characters);
  return {};
}

}  // namespace

Error to_error(const ErrorWords& words, int status) {
  const std::string message = shortened(without_keys(words.message), max_quoted_characters);
  return {classify(words, status), message.empty() ? named(words, status) : message};
}

}  // namespace wordbrush::protocol
