// SPDX-License-Identifier: GPL-3.0-or-later
// As base/precompiled.h, for what draws windows.
#pragma once

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <libgimp/gimpui.h>

#include "base/precompiled.h"
