// SPDX-License-Identifier: GPL-3.0-or-later
// As library.h, for what draws windows.
#pragma once

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <libgimp/gimpui.h>

#include "library.h"
