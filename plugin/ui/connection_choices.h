// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "settings/connection.h"

namespace wordbrush::ui {

/// A connection's name for people: the offline demo's is translated.
std::string label_of(const settings::Connection& connection);

/// What the connection field of a picture dialog offers and what its choice means.
class ConnectionChoices {
 public:
  /// `saved`: what ConnectionStore::load() gave. `wanted`: the procedure's argument;
  /// empty: `chosen`. An address is offered too, as the last one.
  ConnectionChoices(std::vector<settings::Connection> saved, std::string_view wanted,
                    std::string_view chosen);

  const std::vector<settings::Connection>& all() const { return all_; }

  /// What the argument is set to when the dialog opens; never empty.
  const std::string& first() const { return first_; }

  bool is_demo(std::string_view argument) const;

  /// The model that is used when none is named; empty where nobody knows.
  std::string model_of(std::string_view argument) const;

 private:
  const settings::Connection* find(std::string_view argument) const;

  std::vector<settings::Connection> all_;
  std::string first_;
};

}  // namespace wordbrush::ui
