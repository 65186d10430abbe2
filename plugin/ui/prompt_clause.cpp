// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_clause.h"

#include "settings/text_rules.h"

namespace wordbrush::ui {

std::string with_clause(const std::string& prompt, const PromptClause& clause) {
  const auto text = settings::trimmed(clause.text);
  if (!clause.is_added || text.empty() || settings::trimmed(prompt).empty()) return prompt;
  return prompt + "\n\n" + std::string(text);
}

}  // namespace wordbrush::ui
