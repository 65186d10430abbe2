// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"

namespace wordbrush::precision {

enum class ChangeOutcome {
  Found,
  Nothing,       ///< the reply is the frame, as far as can be seen
  MostlyChanged  ///< so much of what may change did that sorting it out has no use
};

/// The outcome's name in reports: "mostly_changed".
std::string_view name_of(ChangeOutcome outcome);

struct ChangeMask {
  pixels::Mask mask;         ///< of the frame's size: 255 what changed, soft at its edge
  double changed_share = 0;  ///< of what may change, 0 to 1
  double plain_share = 0;    ///< the part of it that differs by several times what counts
  double threshold = 0;      ///< the smallest difference that counts, in Lab (CIE 1976)
  ChangeOutcome outcome = ChangeOutcome::Nothing;
};

/// What is compared.
struct ChangeRequest {
  Rect target;                           ///< in frame pixels
  const pixels::Mask* counts = nullptr;  ///< 255 where no change is expected: the measure of noise
  double sensitivity = 0.5;              ///< 0 (only what is plain) to 1 (the faintest)
  /// Of the frame's size: what may change of the target, 0 where nothing may. Null: all of it.
  const pixels::Mask* selection = nullptr;
};

/// Finds where the reply, laid on the frame, aligned and of its colours, differs:
/// more than noise and the small slips of alignment beside an edge explain. Pixels
/// where `laid` is transparent are unchanged; those that it shows where the frame is
/// transparent are changed.
ChangeMask find_changes(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                        const ChangeRequest& request);

}  // namespace wordbrush::precision
