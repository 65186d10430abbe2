// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/precision/cases.h"
#include "pixels/bitmap.h"
#include "precision/affine.h"
#include "precision/frame_plan.h"
#include "scenes/distortion.h"

namespace wordbrush::bench {

/// The picture that a plan sends of a canvas.
pixels::Bitmap sent_of(const pixels::Bitmap& canvas, const precision::FramePlan& plan);

/// What the case's model answers to it; `wanted` is the canvas after the edit.
scenes::Reply answer_of(const Case& c, const pixels::Bitmap& wanted,
                        const precision::FramePlan& plan);

/// From the canvas to the picture that is sent of it.
precision::Affine to_sent(const precision::FramePlan& plan);

}  // namespace wordbrush::bench
