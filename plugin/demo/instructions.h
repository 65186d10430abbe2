// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wordbrush::demo {

/// What the demo model can do to a picture.
enum class Action {
  BlackAndWhite,
  Sepia,
  Warmer,
  Cooler,
  Invert,
  Brighter,
  Darker,
  MoreContrast,
  LessContrast,
  MoreColorful,
  LessColorful,
  Blur,
  Sharpen,
  Posterize,
  Night,
  FlipSides,
  FlipUpsideDown,
  Pixelate,
  Sketch,
};

/// The actions that `prompt` (UTF-8) asks for in English, German or Chinese, in its
/// order, each once. Whole words in any case; the longest of several is meant, so
/// "less contrast" is not also "contrast".
std::vector<Action> read_instructions(std::string_view prompt);

/// What was done, in the user's language, and that a demo did it.
std::string describe(const std::vector<Action>& actions);

/// What was painted for a prompt without a picture, in the user's language.
std::string describe_scene();

/// What can be asked for, in the user's language, for a prompt without any of it.
std::string describe_abilities();

}  // namespace wordbrush::demo
