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

/// A copy of what scenes::make_picture draws, which is drawn once: to draw takes longer
/// than most of what is tested.
pixels::Bitmap drawn(Motif motif, int width, int height, unsigned seed = 7);

}  // namespace wordbrush::precision
