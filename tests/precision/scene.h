// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenes/motif.h"
#include "scenes/noise.h"
#include "scenes/photographs.h"
#include "scenes/scene.h"

namespace wordbrush::precision {

using scenes::all_motifs;
using scenes::Distortion;
using scenes::Edit;
using scenes::Light;
using scenes::make_scene;
using scenes::Motif;
using scenes::photograph;
using scenes::photographs;
using scenes::random_target;
using scenes::Scene;
using scenes::uniform;

/// What most pictures are drawn at.
inline constexpr int usual_width = 480;
inline constexpr int usual_height = 360;
/// Where changes are looked for.
inline constexpr int changed_width = 640;
inline constexpr int changed_height = 480;

/// A copy of what scenes::make_picture draws, which is drawn once: to draw takes longer
/// than most of what is tested.
pixels::Bitmap drawn(Motif motif, int width, int height, unsigned seed = 7);

}  // namespace wordbrush::precision
