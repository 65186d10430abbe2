// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wordbrush::settings {

inline constexpr std::size_t max_preset_bytes = 16384;
inline constexpr std::size_t max_presets = 200;

/// A wording that is used again and again, under a name.
struct Preset {
  std::string id;  ///< the store's own; empty for one that was never saved
  std::string name;
  std::string text;  ///< where it says {prompt}, the typed prompt goes
  bool is_built_in = false;
  bool is_hidden = false;  ///< a built-in one that the user removed

  friend bool operator==(const Preset&, const Preset&) = default;
};

/// What `text` makes of `prompt`, which replaces each {prompt}, or else follows on a
/// line of its own. No blank space stands for a blank prompt.
std::string apply_preset(std::string_view text, std::string_view prompt);

/// As it is saved: without white space around its texts, and with plain line breaks.
Preset cleaned(Preset preset);

/// Fails with ErrorKind::Input, in words for the user, where a cleaned() preset has no
/// name or no text, one that is too long, or one with signs that no text has.
Result<void> check(const Preset& preset);

/// The ones that come with the program: names in the user's language, texts in the
/// one that models understand best. Their ids never change.
std::vector<Preset> built_in_presets();

}  // namespace wordbrush::settings
