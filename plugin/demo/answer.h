// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace wordbrush::demo {

/// What the server sends: an answer's body in pieces, so that a picture in it is
/// copied no more.
struct Answer {
  int status = 200;
  std::string content_type = "application/json";
  std::vector<std::string> pieces;
};

/// The model's answer to the body of POST /v1/chat/completions: the changed picture,
/// or a painted scene where none was sent, with words that say what was done; words
/// alone where the prompt asks for nothing that the demo knows. 400 for a body that
/// is no chat request or a picture that cannot be read. Takes its time: on any thread.
Answer answer_chat(std::string_view body);

/// The answer to GET /v1/models.
Answer answer_models();

/// An error as OpenAI's servers word it; `code` is theirs too ("invalid_api_key").
Answer answer_error(int status, const char* code, const std::string& message);

}  // namespace wordbrush::demo
