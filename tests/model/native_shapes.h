// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/shapes.h"

namespace wordbrush::model {

/// The body of a native Gemini answer: one object, an event stream (after alt=sse),
/// or without that a list of the same objects. The answer's draft stands before it,
/// marked as a thought.
std::string gemini_reply(const Answer& answer);
std::string streamed_gemini_reply(const Answer& answer, bool as_events);

/// The body of an answer of OpenAI's Images API. `call` is "image_generation" or
/// "image_edit"; the answer's draft comes before it as a partial image.
std::string images_reply(const Answer& answer);
std::string streamed_images_reply(const Answer& answer, const std::string& call);

/// The body of GET /v1beta/models.
std::string gemini_models_reply();

}  // namespace wordbrush::model
