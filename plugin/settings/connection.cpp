// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connection.h"

namespace wordbrush::settings {

Connection offline_demo() {
  // Scripts and the saved choice use this name, so it is the same in every language.
  return {.name = "Offline demo", .base_url = "", .model = "wordbrush-demo"};
}

bool is_offline_demo(const Connection& connection) {
  return connection.base_url.empty() && connection.name == offline_demo().name;
}

}  // namespace wordbrush::settings
