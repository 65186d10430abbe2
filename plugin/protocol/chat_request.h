// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/request_body.h"
#include "base/result.h"

namespace wordbrush::protocol {

/// An encoded picture as it stands in a message.
struct ImagePart {
  std::string mime_type;  ///< "image/png", "image/jpeg" or "image/webp"
  SharedBytes bytes;
};

/// One chat message that asks for a picture.
struct ChatRequest {
  std::string model;
  std::string prompt;             ///< UTF-8
  std::vector<ImagePart> images;  ///< in the order in which the prompt counts them
  bool stream = true;
};

/// The body of POST {base}/chat/completions: `model`, `messages`, `stream` and
/// nothing else, since some endpoints refuse names they do not know. The content
/// is a plain string where there is no picture; else text first, then pictures.
RequestBody make_chat_body(const ChatRequest& request);

/// The way back, for a server (the demo model, the scripted model of the tests).
/// Fails with ErrorKind::BadRequest.
Result<ChatRequest> read_chat_request(std::string_view body);

}  // namespace wordbrush::protocol
