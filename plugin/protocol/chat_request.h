// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/request_body.h"
#include "base/result.h"
#include "protocol/picture_request.h"

namespace wordbrush::protocol {

/// The body of POST {base}/chat/completions: `model`, `messages`, `stream` and
/// nothing else but what `request.size_fields` asks for, since some endpoints refuse
/// names they do not know. The content is a plain string where there is no picture;
/// else text first, then pictures.
RequestBody make_chat_body(const PictureRequest& request);

/// The way back, for a server (the demo model, the scripted model of the tests).
/// Fails with ErrorKind::BadRequest.
Result<PictureRequest> read_chat_request(std::string_view body);

}  // namespace wordbrush::protocol
