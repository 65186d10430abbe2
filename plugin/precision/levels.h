// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What levels of 0 to 255 say of a pixel.
namespace wordbrush::precision {

/// The alpha from which a pixel is compared as if it were opaque: models and codecs give
/// 254 where they mean 255.
inline constexpr int mostly_opaque = 250;

}  // namespace wordbrush::precision
