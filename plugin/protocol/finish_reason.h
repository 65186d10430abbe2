// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace wordbrush::protocol {

/// What a finish reason means where no picture came (protocol.md, 4).
enum class FinishClass {
  Normal,   ///< "stop", none, and what nobody knows
  Length,   ///< cut off at a limit
  Safety,   ///< refused for what it shows or says
  NoImage,  ///< the model made none, or called a tool
  Failure,  ///< the service failed
};

/// Without regard to case, `-`, `_` and a prefix as in "FinishReason.SAFETY".
FinishClass finish_class(std::string_view reason);

}  // namespace wordbrush::protocol
