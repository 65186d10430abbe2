// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_history_model.h"

#include <algorithm>
#include <utility>

#include "ui/folded_text.h"

namespace wordbrush::ui {

void PromptHistoryModel::set_prompts(std::vector<std::string> prompts) {
  leave();
  if (prompts == prompts_) return;
  std::vector<std::optional<std::string>> folded(prompts.size());
  for (std::size_t i = 0; i < prompts.size(); ++i) {
    const auto known = std::ranges::find(prompts_, prompts[i]);
    if (known != prompts_.end())
      folded[i] = folded_[static_cast<std::size_t>(known - prompts_.begin())];
  }
  prompts_ = std::move(prompts);
  folded_ = std::move(folded);
}

std::optional<std::string> PromptHistoryModel::older(std::string shown) {
  if (at_ == prompts_.size()) return std::nullopt;
  return go(at_ + 1, std::move(shown));
}

std::optional<std::string> PromptHistoryModel::newer(std::string shown) {
  if (at_ == 0) return std::nullopt;
  return go(at_ - 1, std::move(shown));
}

std::optional<std::string> PromptHistoryModel::go(std::size_t to, std::string shown) {
  changed_[at_] = std::move(shown);
  at_ = to;
  const auto changed = changed_.find(at_);
  if (changed != changed_.end()) return changed->second;
  return at_ == 0 ? std::string() : prompts_[at_ - 1];
}

void PromptHistoryModel::leave() {
  at_ = 0;
  changed_.clear();
}

bool PromptHistoryModel::prepare_one() {
  const auto next = std::ranges::find(folded_, false, &std::optional<std::string>::has_value);
  if (next == folded_.end()) return false;
  *next = folded(prompts_[static_cast<std::size_t>(next - folded_.begin())]);
  return true;
}

std::vector<std::size_t> PromptHistoryModel::search(std::string_view query) {
  while (prepare_one()) {
  }
  const auto words = folded_words(query);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < folded_.size(); ++i)
    if (has_words(*folded_[i], words)) found.push_back(i);
  return found;
}

}  // namespace wordbrush::ui
