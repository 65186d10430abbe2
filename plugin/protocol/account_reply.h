// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/endpoint.h"

namespace wordbrush::protocol {

/// What an account holds, as far as the service says. Amounts are in the service's
/// own currency, mostly USD: which one, hardly any says.
struct Balance {
  std::optional<double> granted;    ///< ever paid in, or the key's limit
  std::optional<double> used;       ///< of it
  std::optional<double> remaining;  ///< what is left of it
  bool is_unlimited = false;        ///< the key has no limit of its own

  bool is_known() const { return granted || used || remaining || is_unlimited; }

  friend bool operator==(const Balance&, const Balance&) = default;
};

/// Where services of this kind tell the balance (protocol.md, 8): GET, with the key.
/// Most lack most of them. `today` is "2026-10-17".
std::vector<std::string> balance_urls(const Endpoint& endpoint, std::string_view today);

/// Adds what `body` says to `balance`, in whichever of the known spellings:
/// new-api's and one-api's /dashboard/billing/subscription and /usage and
/// /api/usage/token, OpenRouter's /key and /credits, Vercel's /credits. Anything
/// else, errors among it, adds nothing.
void read_balance(std::string_view body, Balance& balance);

/// What is left once all was read: `remaining`, or what the other two leave of it.
std::optional<double> remaining_of(const Balance& balance);

/// {"granted":10,"used":2.5,"remaining":7.5,"unlimited":false}, without the amounts
/// that nobody tells; "{}" where nothing is known.
std::string to_json(const Balance& balance);

}  // namespace wordbrush::protocol
