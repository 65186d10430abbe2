// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/account_reply.h"

#include <glib.h>

#include <cmath>

#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// A finite number, also as a string ("95.50").
std::optional<double> amount(JsonObject* object, const char* name) {
  auto number = member_number(object, name);
  if (const char* const text = number ? nullptr : member_string(object, name)) {
    gchar* end = nullptr;
    const double read = g_ascii_strtod(text, &end);
    if (end != text && *end == '\0') number = read;
  }
  if (number && !std::isfinite(*number)) number.reset();
  return number;
}

void take(std::optional<double>& into, std::optional<double> found) {
  if (!into) into = found;
}

/// one-api and new-api, of the key's account.
void read_subscription(JsonObject* body, Balance& balance) {
  const auto limit = amount(body, "hard_limit_usd");
  // How new-api writes that there is none.
  constexpr double no_limit = 100'000'000;
  if (limit && *limit >= no_limit)
    balance.is_unlimited = true;
  else
    take(balance.granted, limit);
}

/// In hundredths.
void read_usage(JsonObject* body, Balance& balance) {
  constexpr double hundredths = 100;
  if (const auto usage = amount(body, "total_usage")) take(balance.used, *usage / hundredths);
}

/// new-api, of the key alone, in its own units.
void read_token_usage(JsonObject* data, Balance& balance) {
  constexpr double units_per_dollar = 500'000;
  const auto dollars = [&](const char* name) {
    return amount(data, name).transform([](double units) { return units / units_per_dollar; });
  };
  take(balance.granted, dollars("total_granted"));
  take(balance.used, dollars("total_used"));
  take(balance.remaining, dollars("total_available"));
  balance.is_unlimited |= member_is_true(data, "unlimited_quota");
}

/// OpenRouter: /credits, /key.
void read_openrouter(JsonObject* data, Balance& balance) {
  take(balance.granted, amount(data, "total_credits"));
  if (balance.granted) take(balance.used, amount(data, "total_usage"));
  take(balance.remaining, amount(data, "limit_remaining"));
  if (member(data, "limit_remaining") == nullptr) return;
  take(balance.granted, amount(data, "limit"));
  take(balance.used, amount(data, "usage"));
}

void read_vercel(JsonObject* body, Balance& balance) {
  if (member(body, "total_used") == nullptr) return;
  take(balance.remaining, amount(body, "balance"));
  take(balance.used, amount(body, "total_used"));
}

}  // namespace

std::vector<std::string> balance_urls(const Endpoint& endpoint, std::string_view today) {
  const auto url = [&](const std::string& call) { return url_of(endpoint, endpoint.path, call); };
  if (is_at(endpoint, "openrouter.ai")) return {url("/credits"), url("/key")};
  if (is_at(endpoint, "vercel.sh")) return {url("/credits")};
  // The dates must be there; what is told is the total all the same.
  const std::string day(today);
  return {url("/dashboard/billing/subscription"),
          url("/dashboard/billing/usage?start_date=" + day + "&end_date=" + day),
          endpoint.origin + "/api/usage/token"};
}

void read_balance(std::string_view body, Balance& balance) {
  const JsonNodePtr document = parse_json(trimmed(body));
  JsonObject* const root = object_of(document.get());
  if (root == nullptr || member_object(root, "error") != nullptr) return;
  read_subscription(root, balance);
  read_usage(root, balance);
  read_vercel(root, balance);
  JsonObject* const data = member_object(root, "data");
  if (data == nullptr) return;
  const char* const kind = member_string(data, "object");
  if (kind != nullptr && std::string_view(kind) == "token_usage")
    read_token_usage(data, balance);
  else
    read_openrouter(data, balance);
}

std::string to_json(const Balance& balance) {
  if (!balance.is_known()) return "{}";
  std::string text = "{";
  const auto add = [&](const char* name, std::optional<double> value) {
    if (!value) return;
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    text.append(quote_json(name)).append(":");
    text.append(g_ascii_formatd(digits, sizeof digits, "%.10g", *value)).append(",");
  };
  add("granted", balance.granted);
  add("used", balance.used);
  add("remaining", remaining_of(balance));
  return text + R"("unlimited":)" + (balance.is_unlimited ? "true}" : "false}");
}

std::optional<double> remaining_of(const Balance& balance) {
  if (balance.remaining) return balance.remaining;
  if (balance.granted && balance.used) return *balance.granted - *balance.used;
  return {};
}

}  // namespace wordbrush::protocol
