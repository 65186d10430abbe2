// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "precision/frame_plan.h"
#include "precision/registration.h"
#include "precision/scene.h"

namespace wordbrush::precision {

using Lab = std::array<double, 3>;

/// CIE 1976 Lab of an sRGB pixel under D65.
Lab to_lab(const std::uint8_t* pixel);

/// The step that an eye sees along the target's edge: the 95th percentile over 48
/// sectors of the mean Lab error within 1 to 6 pixels inside; outside there is none.
double seam(const pixels::Bitmap& patch, const Scene& scene);

/// The mean Lab distance of two pictures of one size.
double mean_distance(const pixels::Bitmap& a, const pixels::Bitmap& b);

/// Whether they are of one size and equal in all bytes.
bool same(const pixels::Bitmap& a, const pixels::Bitmap& b);

/// Takes the reply for the frame, at another size.
RegistrationStart plain_start(const Scene& scene);

/// The scene's reply, registered from its plain_start.
Registration registered(const Scene& scene);

/// How far off a corner of the frame is at most, in pixels.
double error_of(const Registration& registration, const Scene& scene);

/// A plan whose frame is the scene's picture, sent as it is.
FramePlan plan_of(const Scene& scene);

}  // namespace wordbrush::precision
