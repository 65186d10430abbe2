// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <span>

#include "precision/color_fit.h"
#include "precision/color_match.h"

namespace wordbrush::precision {

/// How the frame's channels go on where the reply's were cut off at their lightest.
/// Of samples whose `now` is corrected as the pixels will be.
std::array<Highlight, 3> fit_highlights(std::span<const ColorSample> samples);

/// Raises the channels of corrected pixels that came cut off; one row each.
void restore_highlights(std::span<const cv::Vec4b> as_they_came, std::span<cv::Vec4b> corrected,
                        const std::array<Highlight, 3>& highlights);

}  // namespace wordbrush::precision
