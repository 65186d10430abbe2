// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

namespace wordbrush::procedures {

inline constexpr const char* models_name = "plug-in-wordbrush-models";

/// A new procedure of `plug_in`, without a menu entry; the caller owns it.
GimpProcedure* make_models(GimpPlugIn* plug_in);

}  // namespace wordbrush::procedures
