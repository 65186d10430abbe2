// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/prompt.h"

#include <algorithm>

namespace wordbrush::edit {

namespace {

/// "picture 2", "pictures 2 to 4"
std::string numbers(std::size_t first, std::size_t count) {
  if (count == 1) return "picture " + std::to_string(first);
  return "pictures " + std::to_string(first) + " to " + std::to_string(first + count - 1);
}

}  // namespace

bool is_blank(const std::string& prompt) {
  return std::ranges::all_of(prompt, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

std::string to_sent_prompt(const Request& request, std::size_t edited) {
  std::string prompt = request.prompt;
  const std::size_t references = request.references.size();
  if (references > 0 && edited > 0) {
    prompt +=
        "\n\nChange picture 1 only. Take " + numbers(edited + 1, references) + " as reference.";
  } else if (references > 0) {
    prompt += "\n\nTake " + numbers(1, references) + " as reference.";
  }
  return prompt;
}

}  // namespace wordbrush::edit
