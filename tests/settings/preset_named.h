// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "settings/preset.h"

namespace wordbrush::test {

inline settings::Preset preset_named(const std::string& name, const std::string& text = "a text") {
  return {.name = name, .text = text};
}

}  // namespace wordbrush::test
