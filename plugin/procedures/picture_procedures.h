// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

namespace wordbrush::procedures {

inline constexpr const char* edit_name = "plug-in-wordbrush-edit";
inline constexpr const char* generate_name = "plug-in-wordbrush-generate";

/// New procedures of `plug_in`; the caller owns them.
GimpProcedure* make_edit(GimpPlugIn* plug_in);
GimpProcedure* make_generate(GimpPlugIn* plug_in);

}  // namespace wordbrush::procedures
