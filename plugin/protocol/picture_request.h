// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

namespace wordbrush::protocol {

/// An encoded picture as it stands in a request.
struct ImagePart {
  std::string mime_type;  ///< "image/png", "image/jpeg" or "image/webp"
  SharedBytes bytes;
};

/// What a service is asked for, whatever it speaks.
struct PictureRequest {
  std::string model;
  std::string prompt;             ///< UTF-8
  std::vector<ImagePart> images;  ///< in the order in which the prompt counts them
  bool stream = true;
};

}  // namespace wordbrush::protocol
