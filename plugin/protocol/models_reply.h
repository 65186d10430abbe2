// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "protocol/prices.h"

namespace wordbrush::protocol {

/// A model of a service's list.
struct ModelOffer {
  std::string name;
  bool makes_pictures = false;       ///< as the list says; where it says nothing, by the name
  std::optional<ListedPrice> price;  ///< where the list tells it

  friend bool operator==(const ModelOffer&, const ModelOffer&) = default;
};

/// The models in the answer to GET {base}/models: those that make pictures first
/// (protocol.md, 8), each part sorted by name, without duplicates.
///
/// Fails with ErrorKind::Protocol, or with the error that the body holds.
Result<std::vector<ModelOffer>> read_models(std::string_view body);

/// All of their names, in their order.
std::vector<std::string> names_of(const std::vector<ModelOffer>& offers);

}  // namespace wordbrush::protocol
