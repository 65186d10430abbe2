// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>
#include <libgimp/gimp.h>

namespace wordbrush::ui {

/// A field for the argument `name` of `config`, by its type, with the argument's tooltip;
/// what is typed into it is in the config at once. Null where there is no such argument.
GtkWidget* make_option_field(GimpProcedureConfig* config, const char* name);

/// Adds the field to a grid with the argument's name before it; a check box names itself.
void add_option(GtkGrid* grid, int row, GimpProcedureConfig* config, const char* name);

}  // namespace wordbrush::ui
