// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/picture_request.h"

#include <glib.h>

#include <algorithm>

#include "protocol/words.h"

namespace wordbrush::protocol {

bool has_optional_fields(const PictureRequest& request) {
  if (request.mask || request.size_fields == SizeFields::OpenRouter) return true;
  const bool has_size = !request.aspect_ratio.empty() || !request.size.empty();
  return has_size && request.size_fields != SizeFields::Prompt;
}

PictureRequest without_optional_fields(PictureRequest request) {
  request.size_fields = SizeFields::Prompt;
  request.mask.reset();
  return request;
}

std::string prompt_with_size(const PictureRequest& request, Told told) {
  std::string prompt = request.prompt;
  if (!told.aspect_ratio && !request.aspect_ratio.empty())
    prompt += "\n\nAspect ratio: " + request.aspect_ratio + ".";
  if (!told.size && !request.size.empty()) prompt += "\n\nSize: " + request.size + ".";
  return prompt;
}

std::string size_name(const std::string& size) {
  std::string name(trimmed(size));
  std::ranges::transform(name, name.begin(), g_ascii_toupper);
  return name == "0.5K" ? "512" : name;
}

}  // namespace wordbrush::protocol
