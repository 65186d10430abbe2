// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace wordbrush::protocol {

/// Whether JSON ends inside a string, an object or an array.
bool is_cut_json(std::string_view text);

/// JSON that was cut, up to the last value that is whole, with the brackets closed
/// that are open there: what came before a lost connection is not lost. Empty where
/// nothing is whole.
std::string closed_json(std::string_view text);

}  // namespace wordbrush::protocol
