// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "pixels/decode.h"

namespace wordbrush::pixels {

/// Why a decoding library gave up.
enum class Flaw {
  Damaged,    ///< its bytes make no sense
  Truncated,  ///< it stops before its end
};

/// The BadImage of a flaw, with its sentence.
std::unexpected<Error> fail_flawed(Flaw flaw);

/// The BadImage of a picture with more pixels than the limits (or a Bitmap) allow,
/// or with none.
std::optional<Error> check_size(std::uint32_t width, std::uint32_t height,
                                const DecodeLimits& limits);

}  // namespace wordbrush::pixels
