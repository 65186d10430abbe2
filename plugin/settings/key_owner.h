// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace wordbrush::settings {

/// What a key was saved for; both must match to get it.
struct KeyOwner {
  std::string name;  ///< the connection's, one line, not empty
  std::string host;  ///< the endpoint's, lower case, one line, not empty

  friend bool operator==(const KeyOwner&, const KeyOwner&) = default;
};

}  // namespace wordbrush::settings
