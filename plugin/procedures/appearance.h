// SPDX-License-Identifier: GPL-3.0-or-later
// What all procedures have in common where GIMP shows them.
#pragma once

#include <libgimp/gimp.h>

#include <filesystem>

namespace wordbrush::procedures {

/// Where the icons lie, beside the program; empty where they are not installed.
std::filesystem::path icons_folder();

/// Puts a procedure into Filters > Wordbrush, with its icon and its authors.
void add_to_menu(GimpProcedure* procedure, const char* label);

}  // namespace wordbrush::procedures
