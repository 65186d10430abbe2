// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wordbrush::ui {

/// Earlier prompts, walked through as a shell walks, and searched by words.
class PromptHistoryModel {
 public:
  /// Newest first. The walk begins anew; what was folded for searching is kept where
  /// the prompt is the same.
  void set_prompts(std::vector<std::string> prompts);
  const std::vector<std::string>& prompts() const { return prompts_; }

  /// What stands above or below `shown`, which is what the field shows now and comes
  /// back when the walk passes here again, as it was changed. Nothing at the oldest one,
  /// and below what was being typed.
  std::optional<std::string> older(std::string shown);
  std::optional<std::string> newer(std::string shown);

  /// Whether an earlier prompt is shown; else what is being typed.
  bool is_walking() const { return at_ != 0; }

  /// The walk begins anew from what is being typed.
  void leave();

  /// Folds one more prompt for searching; false where all are. search() folds what is
  /// left, which takes a while for long ones.
  bool prepare_one();

  /// The prompts, by number, that hold every word of `query`; all where it has none.
  std::vector<std::size_t> search(std::string_view query);

 private:
  std::optional<std::string> go(std::size_t to, std::string shown);

  std::vector<std::string> prompts_;
  std::vector<std::optional<std::string>> folded_;  // one for each of prompts_
  std::size_t at_ = 0;                              // 0: what is being typed; n: prompts_[n - 1]
  std::map<std::size_t, std::string> changed_;
};

}  // namespace wordbrush::ui
