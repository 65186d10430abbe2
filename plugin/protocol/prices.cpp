// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/prices.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "protocol/picture_request.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

struct KnownPrice {
  std::string_view model;
  std::string_view size;  ///< empty: each
  double usd;             ///< for a picture
  double tokens;          ///< that a picture of it has; 0: not known
  double least_usd = 0;   ///< of a picture at the lowest quality; 0: there is one price
};

/// What a million tokens cost, in USD. What is sent is counted as pictures, which cost
/// more than words.
struct TokenPrice {
  std::string_view model;
  double sent;
  double made;
};

// The makers' own price pages and guides as of known_prices_date (protocol.md, 9;
// model-sizes.tsv). The first row of a model is what it makes unasked.
//
// gpt-image chooses its quality by itself (low, medium or high), so it has the price of the
// dearest and of the cheapest picture: OpenAI's model pages (developers.openai.com/api/docs/
// models/gpt-image-1-mini and its kin, November 2026), and for the larger sizes of
// gpt-image-2 its rule for tokens (protocol.md, 9) times 30 USD for a million.
constexpr auto known_prices = std::to_array<KnownPrice>({
    {"gemini-2.5-flash-image", "", 0.039, 1290},
    {"gemini-3-pro-image", "1K", 0.134, 1120},
    {"gemini-3-pro-image", "2K", 0.134, 1120},
    {"gemini-3-pro-image", "4K", 0.24, 2000},
    {"gemini-3.1-flash-image", "1K", 0.067, 0},
    {"gemini-3.1-flash-image", "512", 0.045, 0},
    {"gemini-3.1-flash-image", "2K", 0.101, 0},
    {"gemini-3.1-flash-image", "4K", 0.151, 0},
    {"gemini-nano-banana-2.1", "1K", 0.0336, 0},
    {"flux-kontext-pro", "", 0.04, 0},
    {"flux-kontext-max", "", 0.08, 0},
    {"gpt-image-1", "", 0.25, 0, 0.011},
    {"gpt-image-1-mini", "", 0.052, 0, 0.005},
    {"gpt-image-1.5", "", 0.20, 0, 0.009},
    {"chatgpt-image-latest", "", 0.20, 0, 0.009},
    {"gpt-image-2", "1K", 0.211, 0, 0.005},
    {"gpt-image-2", "2K", 0.43, 0, 0.006},
    {"gpt-image-2", "4K", 0.71, 0, 0.011},
});

// The same pages.
constexpr auto token_prices = std::to_array<TokenPrice>({
    {"gpt-image-1", 10, 40},
    {"gpt-image-1-mini", 2.5, 8},
    {"gpt-image-1.5", 8, 32},
    {"chatgpt-image-latest", 8, 32},
    {"gpt-image-2", 8, 30},
});

bool remove_suffix(std::string& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.resize(text.size() - suffix.size());
  return true;
}

/// The maker's name of a model, and the size where the name tells it.
struct BareName {
  std::string model;
  std::string size;
};

BareName bare_name(std::string_view model, std::string_view size) {
  BareName bare{.model = lower(model), .size = size_name(std::string(size))};
  bare.model.erase(0, bare.model.rfind('/') + 1);
  // What OpenRouter adds: ":free", ":nitro".
  bare.model.resize(std::min(bare.model.find(':'), bare.model.size()));
  for (const std::string_view told : {"-1k", "-2k", "-4k"})
    if (remove_suffix(bare.model, told)) bare.size = size_name(std::string(told.substr(1)));
  remove_suffix(bare.model, "-preview");
  return bare;
}

const KnownPrice* find_known(const BareName& bare) {
  const auto found = std::ranges::find_if(known_prices, [&](const KnownPrice& price) {
    return price.model == bare.model &&
           (bare.size.empty() || price.size.empty() || price.size == bare.size);
  });
  return found == known_prices.end() ? nullptr : found;
}

/// Nothing where the list's figure is per token and nobody knows how many there are.
std::optional<double> listed_usd(const ListedPrice& listed, const KnownPrice* known) {
  // The cheapest picture costs 0.002 USD, the dearest token of one 0.0002.
  constexpr double least_for_a_picture = 0.001;
  if (listed.image_output <= 0) {
    if (listed.request <= 0) return std::nullopt;
    return listed.request;
  }
  if (listed.image_output >= least_for_a_picture) return listed.image_output + listed.request;
  if (known == nullptr || known->tokens <= 0) return std::nullopt;
  return listed.image_output * known->tokens + listed.request;
}

}  // namespace

std::optional<PriceEstimate> estimate_price(std::string_view model, std::string_view size,
                                            const std::optional<ListedPrice>& listed) {
  const KnownPrice* const known = find_known(bare_name(model, size));
  const auto usd = listed ? listed_usd(*listed, known) : std::nullopt;
  if (usd) return PriceEstimate{.usd = *usd, .source = PriceSource::ServiceList};
  if (known == nullptr) return std::nullopt;
  PriceEstimate estimate{.usd = known->usd, .source = PriceSource::KnownPrice};
  if (known->least_usd > 0) estimate.least_usd = known->least_usd;
  return estimate;
}

std::optional<double> cost_of_tokens(std::string_view model, const Usage& usage) {
  const auto* const price =
      std::ranges::find(token_prices, bare_name(model, {}).model, &TokenPrice::model);
  if (price == token_prices.end() || usage.completion_tokens.value_or(0) <= 0) return std::nullopt;
  constexpr double million = 1e6;
  const auto sent = static_cast<double>(std::max<std::int64_t>(usage.prompt_tokens.value_or(0), 0));
  const auto made = static_cast<double>(*usage.completion_tokens);
  return (sent * price->sent + made * price->made) / million;
}

}  // namespace wordbrush::protocol
