// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wordbrush::protocol {

/// The model names in the answer to GET {base}/models: those that make pictures
/// first (protocol.md, 8), each part sorted by name, without duplicates.
///
/// Fails with ErrorKind::Protocol, or with the error that the body holds.
Result<std::vector<std::string>> read_models(std::string_view body);

}  // namespace wordbrush::protocol
