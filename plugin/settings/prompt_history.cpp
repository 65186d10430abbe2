// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/prompt_history.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <optional>
#include <ranges>

#include "settings/file_lock.h"
#include "settings/folder.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

// One prompt a line; its own line breaks and backslashes are escaped.
std::string to_line(std::string_view prompt) {
  std::string line;
  line.reserve(prompt.size() + 1);
  for (const char c : prompt) {
    switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\n':
        line += "\\n";
        break;
      default:
        line += c;
    }
  }
  return line + '\n';
}

/// Nothing where the line was not made by to_line().
std::optional<std::string> to_prompt(std::string_view line) {
  std::string prompt;
  prompt.reserve(line.size());
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '\\') {
      prompt += line[at];
      continue;
    }
    const char escaped = ++at < line.size() ? line[at] : '\0';
    if (escaped != '\\' && escaped != 'n') return std::nullopt;
    prompt += escaped == 'n' ? '\n' : '\\';
  }
  // GTK takes minutes to lay out what is far longer.
  if (prompt.size() > PromptHistory::max_prompt_bytes) return std::nullopt;
  if (trimmed(prompt).empty()) return std::nullopt;
  if (!g_utf8_validate_len(prompt.data(), prompt.size(), nullptr)) return std::nullopt;
  return prompt;
}

/// Whether there is a line that would be lost when the file is written anew.
bool has_damage(std::string_view text) {
  return std::ranges::any_of(std::views::split(text, '\n'), [](const auto& part) {
    const std::string_view line(part);
    return !line.empty() && !to_prompt(line);
  });
}

std::vector<std::string> to_prompts(std::string_view text) {
  std::vector<std::string> prompts;
  for (const auto line : std::views::split(text, '\n')) {
    if (prompts.size() == PromptHistory::max_prompts) break;
    if (auto prompt = to_prompt(std::string_view(line))) prompts.push_back(std::move(*prompt));
  }
  return prompts;
}

}  // namespace

PromptHistory::PromptHistory(const std::filesystem::path& folder) : file_(folder / "prompts") {}

std::vector<std::string> PromptHistory::load() const {
  return to_prompts(read_file(file_).value_or(""));
}

Result<void> PromptHistory::add(std::string_view prompt) {
  if (trimmed(prompt).empty()) return {};
  if (prompt.size() > max_prompt_bytes ||
      !g_utf8_validate_len(prompt.data(), prompt.size(), nullptr))
    return fail(ErrorKind::Input, _("The prompt is too long or no text."));
  const auto lock = FileLock::take(file_);
  if (!lock) return fail(lock.error());
  auto text = read_file(file_);
  // Nothing is sent without this, and nobody knows of the file: it must not stand in the way.
  if (!text) {
    if (auto aside = put_aside(file_); !aside) return aside;
    text.emplace();
  }
  if (has_damage(*text))
    if (auto copied = write_file(name_aside(file_), *text); !copied) return copied;

  auto prompts = to_prompts(*text);
  std::erase(prompts, prompt);
  prompts.insert(prompts.begin(), std::string(prompt));
  if (prompts.size() > max_prompts) prompts.pop_back();

  std::string lines;
  for (const auto& kept : prompts) lines += to_line(kept);
  return write_file(file_, lines);
}

}  // namespace wordbrush::settings
