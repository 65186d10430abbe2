// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace wordbrush::protocol {

/// From here on an HTTP status means an error.
inline constexpr int first_error_status = 400;

/// What a body says about a failure (protocol.md, 5.1 and 5.3).
struct ErrorWords {
  std::string message;             ///< unwrapped; may be empty, long, and hold a key
  std::vector<std::string> codes;  ///< code, type, status ..., in lower case
  int status = 0;                  ///< the HTTP status that the body itself names; 0: none
  /// Whether a member says so: "error", "success":false. Else the words may be
  /// about anything.
  bool is_explicit = false;
};

/// Nothing where `root` holds none of the members that errors have.
std::optional<ErrorWords> read_error_words(JsonNode* root);

/// The error that is meant, by what it says and the answer's status (protocol.md,
/// 5.2); `status` is 200 for an error within an answer that was accepted. Its
/// detail is never long, and holds no key; it is empty where nothing is said.
Error to_error(const ErrorWords& words, int status);

}  // namespace wordbrush::protocol
