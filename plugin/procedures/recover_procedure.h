// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

namespace wordbrush::procedures {

inline constexpr const char* recover_name = "plug-in-wordbrush-recover";

/// A new procedure of `plug_in`; the caller owns it.
GimpProcedure* make_recover(GimpPlugIn* plug_in);

}  // namespace wordbrush::procedures
