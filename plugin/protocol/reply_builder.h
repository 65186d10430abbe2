// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"
#include "protocol/answer.h"
#include "protocol/reply.h"
#include "protocol/run_store.h"

namespace wordbrush::protocol {

/// How a body came to its end.
struct BodyEnd {
  bool is_terminated = false;  ///< by what its kind ends with: a bracket, [DONE], a reason
  bool is_cut = false;         ///< inside a JSON value
  std::string unreadable;      ///< the first words that are no JSON; may be empty
};

/// Turns what was found into a reply, or into the error that it stands for. What
/// an error says that came after a whole picture is put behind the model's words.
Result<Reply> build_reply(Answer answer, const BodyEnd& end, RunStore& store);

}  // namespace wordbrush::protocol
