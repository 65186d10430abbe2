// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection_choices.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

namespace wordbrush::ui {

std::string label_of(const settings::Connection& connection) {
  return settings::is_offline_demo(connection) ? _("Offline demo") : connection.name;
}

ConnectionChoices::ConnectionChoices(std::vector<settings::Connection> saved,
                                     std::string_view wanted, std::string_view chosen)
    : all_(std::move(saved)), first_(wanted.empty() ? chosen : wanted) {
  if (first_.empty()) first_ = settings::offline_demo().name;
  if (find(first_) == nullptr) all_.push_back({.name = first_, .base_url = first_});
}

const settings::Connection* ConnectionChoices::find(std::string_view argument) const {
  const auto found = std::ranges::find(all_, argument, &settings::Connection::name);
  return found == all_.end() ? nullptr : &*found;
}

bool ConnectionChoices::is_demo(std::string_view argument) const {
  const auto* const connection = find(argument);
  return connection != nullptr && settings::is_offline_demo(*connection);
}

std::string ConnectionChoices::model_of(std::string_view argument) const {
  const auto* const connection = find(argument);
  return connection == nullptr ? std::string() : connection->model;
}

}  // namespace wordbrush::ui
