// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "precision/color_fit.h"

namespace wordbrush::precision {

/// Whether what a fit corrects is so much that it must be wanted: evening light, say,
/// and no slip of the model. Of fitted samples; judged by those that are light enough to tell.
bool is_relit(std::span<const ColorSample> samples);

}  // namespace wordbrush::precision
