// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace wordbrush::protocol {

/// An encoded picture as it stands in a request.
struct ImagePart {
  std::string mime_type;  ///< "image/png", "image/jpeg" or "image/webp"
  SharedBytes bytes;
};

/// How the ratio and the size reach the service (protocol.md, 1.3). The four in the
/// middle are for chat completions; a dialect with fields of its own fills in those,
/// unless it is to be Prompt.
enum class SizeFields {
  Prompt,         ///< as a line of the prompt, which every service takes
  OpenRouter,     ///< "modalities" and "image_config"
  Google,         ///< "extra_body": {"google": {"image_config"}}
  Flat,           ///< "aspect_ratio" and "image_size" at the top
  ModelSuffix,    ///< the size behind the model's name: "-2k"
  SystemMessage,  ///< the ratio as a message of the system: "aspect_ratio=16:9"
};

/// What a service is asked for, whatever it speaks.
struct PictureRequest {
  std::string model;
  std::string prompt;             ///< UTF-8, without the ratio and the size
  std::vector<ImagePart> images;  ///< in the order in which the prompt counts them
  bool stream = true;
  std::string aspect_ratio;  ///< "16:9"; empty: as the model likes
  std::string size;          ///< "512", "1K", "2K", "4K"; empty: as the model likes
  SizeFields size_fields = SizeFields::Prompt;
  /// A PNG of the first picture's size; alpha 0: change here. Left out by dialects
  /// that take none.
  std::optional<ImagePart> mask;
};

/// Whether the request holds fields that a service may refuse to know.
bool has_optional_fields(const PictureRequest& request);

/// The same without them: the prompt says what they said, but for the mask.
PictureRequest without_optional_fields(PictureRequest request);

/// The prompt, and a line for each of ratio and size that no field has `told`.
struct Told {
  bool aspect_ratio = false;
  bool size = false;
};
std::string prompt_with_size(const PictureRequest& request, Told told);

/// The size's name as Google writes it, "2K" for "2k" and "512" for "0.5K".
std::string size_name(const std::string& size);

}  // namespace wordbrush::protocol
