// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "edit/models_query.h"

namespace wordbrush::ui {

using ModelOffers = std::vector<protocol::ModelOffer>;

/// The names to choose from: of those that make pictures, of all where `shows_all` or
/// where none seems to.
std::vector<std::string> names_to_choose(const ModelOffers& offers, bool shows_all);

/// Whether there are some that make pictures, and others.
bool can_be_filtered(const ModelOffers& offers);

}  // namespace wordbrush::ui
