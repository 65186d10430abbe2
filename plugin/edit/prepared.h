// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/rect.h"
#include "base/result.h"
#include "edit/follow.h"
#include "edit/options.h"
#include "edit/prompt.h"
#include "host/canvas.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/bring_back.h"
#include "precision/frame_plan.h"

namespace wordbrush::edit {

/// A picture to send, and the size to send it in.
struct Picture {
  std::shared_ptr<const pixels::Bitmap> bitmap;
  int width = 0;
  int height = 0;
};

/// An answer that was made to fit.
struct Fitted {
  Rect place;  ///< canvas pixels
  pixels::Bitmap pixels;
  pixels::Mask mask;  ///< empty: none
  precision::BringBackReport report;
  std::string answer;  ///< SHA-256 of the picture that it was made of, in hexadecimal digits
  /// Not null: this is to be thrown away, and what this makes of the same answer, decoded
  /// once more, taken. A copy kept in case of need would take as much memory as the answer.
  std::function<Fitted(pixels::Bitmap answer)> again;
};

/// Brings an answer to its place. Runs on a worker, several at once: what its copies share
/// either stays as it is or is held by a lock. Copies keep what they share alive.
using Fit = std::function<Result<Fitted>(pixels::Bitmap answer)>;

/// Paints what may change: of the size of the frame as it is read, alpha 0 there and
/// 255 elsewhere. Runs on a worker.
using PaintMask = std::function<pixels::Bitmap()>;

/// What `source` has selected, and what spills over it.
PaintMask make_paint_mask(const precision::FramePlan& plan,
                          std::shared_ptr<const host::Source> source, int spill);

/// Brings an answer back by `plan`; `sent` is the frame to compare it with, null
/// where nothing is compared.
Fit make_edit_fit(const precision::FramePlan& plan, std::shared_ptr<const pixels::Bitmap> sent,
                  std::shared_ptr<const host::Source> source, const Treatment& treatment);

/// Brings what was made from words alone to where `source` says.
Fit make_generated_fit(std::shared_ptr<const host::Source> source);

/// All that is frozen when a request leaves.
struct Prepared {
  host::Source source;
  Rect asked_bounds;              ///< the source's, without room for spill
  Rect frame;                     ///< canvas pixels that are sent; empty: none
  PictureOrder order;             ///< what the pictures are that are sent
  std::string aspect_ratio;       ///< of the frame, where the model has one of that name
  std::vector<Picture> pictures;  ///< in the order in which the prompt counts them
  PaintMask paint_mask;           ///< null where everything may change
  Fit fit;
  std::optional<precision::FramePlan> plan;  ///< none: made from words alone
  Treatment treatment;
  std::optional<Witness> witness;  ///< none: made from words alone
};

/// Reads the pictures that are sent along, at most 2048 pixels a side.
Result<std::vector<Picture>> read_references(host::Canvas& canvas,
                                             const std::vector<Reference>& references);

/// Reads what an edit sends.
Result<Prepared> prepare_edit(host::Canvas& canvas, const Request& request,
                              const Treatment& treatment, const std::string& model);

/// Finds where a layer made from words goes.
Result<Prepared> prepare_generate(host::Canvas& canvas, const Request& request);

}  // namespace wordbrush::edit
