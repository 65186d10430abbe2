// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offered_models.h"

#include <algorithm>

namespace wordbrush::ui {

std::vector<std::string> names_to_choose(const ModelOffers& offers, bool shows_all) {
  const bool is_filtered = !shows_all && can_be_filtered(offers);
  std::vector<std::string> names;
  for (const auto& offer : offers)
    if (!is_filtered || offer.makes_pictures) names.push_back(offer.name);
  return names;
}

bool can_be_filtered(const ModelOffers& offers) {
  const auto count = std::ranges::count_if(offers, &protocol::ModelOffer::makes_pictures);
  return count > 0 && static_cast<std::size_t>(count) < offers.size();
}

}  // namespace wordbrush::ui
