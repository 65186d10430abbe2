// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/bytes.h"

namespace wordbrush::model {

/// A picture as it was received, or as it would be sent.
struct LoggedPicture {
  std::string mime_type;
  SharedBytes bytes;
  int width = 0;  ///< 0 where it could not be decoded
  int height = 0;
};

}  // namespace wordbrush::model
