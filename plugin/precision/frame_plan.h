// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/rect.h"
#include "base/result.h"
#include "precision/model_sizes.h"
#include "precision/padding.h"

namespace wordbrush::precision {

/// What should be edited, and what the model can take.
struct FrameRequest {
  int canvas_width = 0;  ///< pixels
  int canvas_height = 0;
  Rect target;           ///< what may change, in canvas pixels; meets the canvas
  double context = 0.1;  ///< margin around the target, as a share of its diagonal (0 to 10) but
                         ///< at least 32 px; 0: none at all, and no overview
  std::span<const ModelSize> sizes;  ///< of sizes_of(); none: the frame keeps its own ratio
  std::string_view ratio;            ///< only sizes of this name; empty: the nearest
  std::string_view tier;             ///< only sizes of this tier; empty: the smallest that will do
  int max_side = 4096;               ///< longest side to send, in pixels (128 to 65535)
  int max_overview_side = 1024;      ///< longest side of the overview; 0: no overview
};

/// A small picture of the whole canvas, sent along where the frame shows little of it.
struct Overview {
  int width = 0;  ///< pixels
  int height = 0;
  Rect outline;  ///< the frame's part of it, to be outlined
};

/// Which part of the canvas is sent, and how; all that is needed to bring the
/// reply back. Upload pixel = (canvas pixel - frame.x, frame.y) * scale, of points
/// measured from a picture's top left corner.
struct FramePlan {
  Rect frame;            ///< canvas pixels; reaches past the canvas where there is padding
  Rect target;           ///< canvas pixels, within the frame
  Padding padding;       ///< how far the frame reaches past the canvas, in canvas pixels
  int upload_width = 0;  ///< of the picture to send, in pixels
  int upload_height = 0;
  double scale = 1;  ///< upload pixels per canvas pixel, the same for x and y to 1e-4; at most 1
  std::optional<ModelSize> output;  ///< the size to ask the model for
  double density = 1;  ///< expected pixels of the reply per canvas pixel; below 1 it is coarser
  std::optional<Overview> overview;  ///< where the frame covers less than half of the canvas
};

/// Plans what is sent for an edit of the target: the target with its margin,
/// grown to a ratio that the model gives, inside the canvas as far as that goes.
///
/// Without sizes and without context the frame is the target itself, sent 1:1 up
/// to max_side. (A frame that must be scaled down may gain a pixel or a few, so
/// that x and y scale alike.)
///
/// Fails with ErrorKind::Input where the target does not meet the canvas or a
/// number is out of range.
Result<FramePlan> plan_frame(const FrameRequest& request);

}  // namespace wordbrush::precision
