// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

namespace wordbrush::procedures {

inline constexpr const char* update_metadata_name = "plug-in-wordbrush-update-metadata";

/// A new procedure of `plug_in`; the caller owns it.
GimpProcedure* make_update_metadata(GimpPlugIn* plug_in);

}  // namespace wordbrush::procedures
