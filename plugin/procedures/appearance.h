// SPDX-License-Identifier: GPL-3.0-or-later
// What all procedures have in common where GIMP shows them.
#pragma once

#include <libgimp/gimp.h>

#include <filesystem>

namespace wordbrush::procedures {

/// A folder of what is installed with the program, such as "manual"; whether it is there
/// is not said.
std::filesystem::path beside_program(const char* name);

/// The program's icon; whether it is there is not said.
std::filesystem::path icon_file();

/// Puts a procedure into Filters > Wordbrush, with its icon and its authors.
void add_to_menu(GimpProcedure* procedure, const char* label);

}  // namespace wordbrush::procedures
