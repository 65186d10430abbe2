// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/log.h"

namespace wordbrush::model {

/// What a path of the scripted model calls.
enum class CallKind {
  Chat,              ///< /v1/chat/completions
  Gemini,            ///< /v1beta/models/X:generateContent
  GeminiStream,      ///< /v1beta/models/X:streamGenerateContent
  ImagesGeneration,  ///< /v1/images/generations
  ImagesEdit,        ///< /v1/images/edits
  Models,            ///< /v1/models
  GeminiModels,      ///< /v1beta/models
};

struct Call {
  CallKind kind = CallKind::Chat;
  std::string scenario;  ///< what stands before it: "edit=tint,size=64x48"
  std::string model;     ///< of a Gemini call
};

/// Nothing where `path` is no call of a model.
std::optional<Call> find_call(std::string_view path);

bool lists_models(const Call& call);

/// Reads what a call asks for into `logged`: model, prompt, stream, pictures, mask,
/// members and fields. Fails with ErrorKind::BadRequest.
Result<void> read_call(const Call& call, SoupServerMessage* message, LoggedRequest& logged);

}  // namespace wordbrush::model
