// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/prompt.h"

#include <glib/gi18n.h>

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

Result<void> check(const Request& request) {
  if (is_blank(request.prompt))
    return fail(ErrorKind::Input, _("Say in words what should be done: the prompt is empty."));
  if (request.variations < 1 || request.variations > Request::max_variations)
    return fail(ErrorKind::Input, _("Between 1 and 8 variations can be made at once."));
  return {};
}

int first_reference(const PictureOrder& order) {
  return order.edited ? 2 : 1;
}

std::string to_sent_prompt(const Request& request, const PictureOrder& order,
                           const std::string& overview_words) {
  std::string prompt = request.prompt;
  if (!is_blank(request.further_words)) prompt += "\n\n" + request.further_words;
  if (order.overview && !is_blank(overview_words)) prompt += "\n\n" + overview_words;
  if (request.references.empty()) return prompt;
  if (!is_blank(request.reference_words)) return prompt + "\n\n" + request.reference_words;
  const auto first = static_cast<std::size_t>(first_reference(order));
  return prompt + (order.edited ? "\n\nChange picture 1 only. " : "\n\n") + "Take " +
         numbers(first, request.references.size()) + " as reference.";
}

}  // namespace wordbrush::edit
