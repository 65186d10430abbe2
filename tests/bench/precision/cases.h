// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pixels/mask.h"
#include "scenes/distortion.h"
#include "scenes/edit.h"
#include "scenes/photographs.h"
#include "scenes/selection.h"

namespace wordbrush::bench {

/// What size and ratio the model answers in.
enum class Answer {
  AsSent,    ///< the size that it was sent
  Table,     ///< the nearest size that its makers print, the picture stretched to it
  CropTable  ///< the same, the picture cropped to its ratio
};

/// One scripted edit of a photograph, whole in what a seed says.
struct Case {
  std::string name;
  const pixels::Bitmap* canvas = nullptr;
  pixels::Mask selection;  ///< of the canvas's size
  Rect target;             ///< the selection's bounds
  double share = 0;        ///< of the canvas that was to be selected
  bool hard = false;       ///< half of it edited, 2 % scale, 24 px
  scenes::Edit edit = scenes::Edit::None;
  Rect area;  ///< of the edit, in canvas pixels
  scenes::Distortion distortion;
  Answer answer = Answer::AsSent;
  std::string planned_for;  ///< the model whose sizes are known; empty: none
  std::string answered_by;  ///< the model whose sizes are given
  unsigned seed = 0;

  /// Neither moved nor of another light, at the size that was sent.
  bool is_identity() const;
  /// Something moved, the picture is of another size, or both.
  bool is_nominal() const { return !hard && !distortion.redrawn; }
};

/// `count` cases over all photographs, edits, distortions, lights, shares and shapes,
/// each as often as the others. They borrow the photographs.
std::vector<Case> make_cases(std::span<const scenes::Photograph> photographs, unsigned seed,
                             int count);

}  // namespace wordbrush::bench
