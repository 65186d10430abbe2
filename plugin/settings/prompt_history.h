// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wordbrush::settings {

/// The last prompts, newest first and without duplicates: a
/// file of the plug-in's own folder, mode 0600, written before a request leaves,
/// so that nothing typed is lost.
class PromptHistory {
 public:
  static constexpr std::size_t max_prompts = 100;
  static constexpr std::size_t max_prompt_bytes = 65536;

  explicit PromptHistory(const std::filesystem::path& folder);

  /// Empty where nothing can be read: a history is no reason to fail.
  std::vector<std::string> load() const;

  /// Puts `prompt` first; a blank one is not kept. Fails with ErrorKind::Input where
  /// it is longer than max_prompt_bytes or no UTF-8, with ErrorKind::Settings where
  /// the file cannot be written. Puts what cannot be read aside.
  Result<void> add(std::string_view prompt);

 private:
  std::filesystem::path file_;
};

}  // namespace wordbrush::settings
