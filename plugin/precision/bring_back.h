// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/change_mask.h"
#include "precision/color_match.h"
#include "precision/frame_plan.h"
#include "precision/registration.h"

namespace wordbrush::precision {

struct BringBackOptions {
  bool align = true;
  bool match_colors = true;
  bool only_changes = true;
  double sensitivity = 0.5;  ///< of only_changes: 0 (only what is plain) to 1 (the faintest)
  /// What may change of the target, of the target's size, borrowed for the call: how much of
  /// it did, only_changes asks. Null: all of it.
  const pixels::Mask* selection = nullptr;
};

/// How a reply's picture lies in the frame as a whole.
enum class Placement {
  Frame,      ///< it is the frame; its ratio differs by at most 2 %
  Letterbox,  ///< the frame is in its middle, with bars around
  Crop,       ///< it is the middle of the frame
  Stretch,    ///< it is the frame, stretched to another ratio
};

/// The placement's name in reports: "letterbox".
std::string_view name_of(Placement placement);

/// What the user should be told; the numbers stand in the report.
enum class Warning {
  Redrawn,           ///< too little of the frame is in the reply: placed without alignment
  UncertainPlace,    ///< too little to go by to align it: placed as it came
  OtherRatio,        ///< the reply's ratio is not the frame's
  PartlyCovered,     ///< the reply does not cover the whole target
  ColorsNotMatched,  ///< see ColorMatch::outcome
  NothingChanged,    ///< the reply shows no difference where it may
  MostlyChanged,     ///< all of the reply is kept, since most of what may change did
  Coarse,            ///< the reply has fewer pixels than the target, see density
};

/// The warning's name in reports: "nothing_changed".
std::string_view name_of(Warning warning);

/// What was found and done, in numbers.
struct BringBackReport {
  int reply_width = 0;
  int reply_height = 0;
  Placement placement = Placement::Frame;
  double density = 1;                        ///< the reply's pixels per canvas pixel
  std::optional<Registration> registration;  ///< where it was asked for
  std::optional<ColorMatch> colors;          ///< where it was asked for
  std::optional<double> changed_share;       ///< of what may change, where it was asked for
  std::optional<double> plain_share;         ///< see ChangeMask::plain_share
  std::vector<Warning> warnings;
};

/// The reply, brought back onto the target.
struct Patch {
  pixels::Bitmap pixels;  ///< the target's size in canvas pixels; transparent where the reply ends
  /// What changed, the target's size; only where it was asked for and is of use.
  std::optional<pixels::Mask> change;
  BringBackReport report;
};

/// Brings a reply back onto the canvas by the plan it was asked with.
///
/// A reply of the frame's ratio to 2 % is the frame. One of another ratio is tried as
/// the frame with bars around, as a middle cut of it, and as the frame stretched; that
/// which explains most of what was sent holds. Whatever cannot be aligned (a picture
/// drawn anew, mirrored, blank, of a few pixels, or another one altogether) is only
/// scaled: over the whole frame if the ratio is the frame's, else without distortion,
/// the frame in the reply's middle and as large as fits; it is never warped, and
/// Warning::Redrawn or UncertainPlace says so. What was redrawn is not recolored or cut
/// down to changes either.
///
/// `sent` is the picture that left, of the plan's upload size; null where it was
/// not kept: then nothing is aligned, matched or compared. Without anything to do
/// but place it, a reply of the target's own size is handed on as it is.
Patch bring_back(pixels::Bitmap reply, const FramePlan& plan, const pixels::Bitmap* sent,
                 const BringBackOptions& options);

}  // namespace wordbrush::precision
