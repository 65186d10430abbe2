// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "demo/instructions.h"

namespace wordbrush::demo {

/// What people say for an action in one language.
struct Phrases {
  Action action;
  std::string_view texts;  ///< UTF-8, lower case, ", " between them
};

std::span<const Phrases> french_phrases();
std::span<const Phrases> japanese_phrases();
std::span<const Phrases> korean_phrases();
std::span<const Phrases> portuguese_phrases();
std::span<const Phrases> russian_phrases();
std::span<const Phrases> spanish_phrases();
std::span<const Phrases> traditional_chinese_phrases();

}  // namespace wordbrush::demo
