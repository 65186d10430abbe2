// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "edit/models_query.h"

namespace wordbrush::ui {

/// What so many pictures are likely to cost, and who says so: "About 0.27 USD for 2
/// pictures (from the service's list)".
std::string price_sentence(const protocol::PriceEstimate& each, int pictures);

}  // namespace wordbrush::ui
