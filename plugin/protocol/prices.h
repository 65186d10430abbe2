// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "protocol/reply.h"

namespace wordbrush::protocol {

/// What a service's list of models says of a model's price, in USD.
struct ListedPrice {
  /// OpenRouter's "image_output". Its description says per picture, its figures are per
  /// token of a picture: what is far too little for a picture is taken for the latter.
  double image_output = 0;
  double request = 0;  ///< for each call, whatever it makes

  friend bool operator==(const ListedPrice&, const ListedPrice&) = default;
};

enum class PriceSource {
  ServiceList,  ///< the service's own list of models
  KnownPrice,   ///< the maker's price, as it was in known_prices_date; relays differ
};

/// When the figures of the table were found: "2026-11".
inline constexpr std::string_view known_prices_date = "2026-11";

/// What one picture is likely to cost. What is sent along costs a little more.
struct PriceEstimate {
  double usd = 0;  ///< the most, where the model chooses by itself how much work it does
  PriceSource source = PriceSource::ServiceList;
  std::optional<double> least_usd = std::nullopt;  ///< then; none: it is `usd`, too

  friend bool operator==(const PriceEstimate&, const PriceEstimate&) = default;
};

/// The price of a picture of `size` ("2K"; empty: what the model makes unasked) by
/// `model`, whatever a gateway writes around its name ("google/...-preview"). `listed`
/// is what the service says, if anything. Nothing where neither is known.
std::optional<PriceEstimate> estimate_price(std::string_view model, std::string_view size,
                                            const std::optional<ListedPrice>& listed);

/// What an answer of `model` has cost, in USD, by the tokens that it counts. Nothing where
/// a token's price is not known, or no tokens were told.
std::optional<double> cost_of_tokens(std::string_view model, const Usage& usage);

}  // namespace wordbrush::protocol
