// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

namespace wordbrush::procedures {

inline constexpr const char* connections_name = "plug-in-wordbrush-connections";

/// A new procedure of `plug_in`; the caller owns it.
GimpProcedure* make_connections(GimpPlugIn* plug_in);

}  // namespace wordbrush::procedures
