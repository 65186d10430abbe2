// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "demo/instructions.h"

namespace wordbrush::demo {

struct Word {
  std::string_view text;  ///< UTF-8, lower case, may be several words
  Action action;
};

/// All words that the demo model knows.
std::span<const Word> vocabulary();

}  // namespace wordbrush::demo
