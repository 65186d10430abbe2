// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/result.h"
#include "edit/prepared.h"
#include "edit/report.h"
#include "host/canvas.h"
#include "protocol/reply.h"

namespace wordbrush::edit {

/// What became of an answer's picture.
struct Landed {
  Result<Fitted> fitted;
  int width = 0;  ///< of the picture as it came; 0 where it could not be decoded
  int height = 0;
  std::int64_t decoded_in = 0;  ///< microseconds
  std::int64_t fitted_in = 0;   ///< microseconds
};

/// Decodes `picture`, whose bytes are known, and brings it to its place. For a worker.
Landed land(const protocol::ReplyPicture& picture, const Fit& fit);

/// What the user should know of where the layers came to stand; none where they
/// stand in place.
std::optional<Warning> warning_of(host::Landing landing);

}  // namespace wordbrush::edit
