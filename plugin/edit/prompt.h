// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "edit/options.h"

namespace wordbrush::edit {

/// Whether `prompt` holds a word at all.
bool is_blank(const std::string& prompt);

/// The prompt as it is sent: the user's words, then a line for what no field of any
/// service can say: which picture is which. How the ratio and the size are told is
/// the route's (protocol::SizeFields).
/// `edited` is the number of pictures that are to be changed: 1 or, where there is
/// nothing to change, 0; the references follow them.
std::string to_sent_prompt(const Request& request, std::size_t edited);

}  // namespace wordbrush::edit
