// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace wordbrush::edit {

/// A layer's name made of the prompt: its words on one line, at most 60 characters,
/// an ellipsis where it was longer. `prompt` may be any bytes; the name is UTF-8 and
/// never empty.
std::string to_layer_name(std::string_view prompt);

}  // namespace wordbrush::edit
