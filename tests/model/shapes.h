// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "model/scenario.h"
#include "model/truth.h"

namespace wordbrush::model {

/// What the model says.
struct Answer {
  std::string model;
  std::string text;
  std::string mime_type = "image/png";
  Bytes picture;  ///< encoded; none where empty
  Bytes draft;    ///< a PNG that native Gemini and the Images API show before it
  std::string finish_reason = "stop";
  std::string refusal;         ///< in message.refusal; none where empty
  std::optional<Truth> truth;  ///< of a picture that was edited; not part of what is said
};

/// The body of an answer in one piece (application/json).
std::string whole_reply(const Answer& answer, Shape shape);

/// The same as an event stream (text/event-stream), [DONE] at its end.
std::string streamed_reply(const Answer& answer, Shape shape);

/// The body of a failure, in OpenAI's shape: {"error":{"message","type","param","code"}}.
std::string failure_body(int status);

/// What failure_body says in words, for tests.
std::string failure_message(int status);

/// The body of GET /models.
std::string models_reply();

}  // namespace wordbrush::model
