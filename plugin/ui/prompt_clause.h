// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace wordbrush::ui {

/// What is added to each prompt, in the user's sight.
struct PromptClause {
  /// Not translated: models understand English best.
  static constexpr const char* default_text =
      "Change only what is asked for. Keep everything else exactly as it is.";

  std::string text = default_text;
  bool is_added = true;

  friend bool operator==(const PromptClause&, const PromptClause&) = default;
};

/// What is sent: `prompt` as it was typed, and the clause below it where it is added and
/// says something. A blank prompt stays as it is: a clause alone asks for nothing.
std::string with_clause(const std::string& prompt, const PromptClause& clause);

}  // namespace wordbrush::ui
