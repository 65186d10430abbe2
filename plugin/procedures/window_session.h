// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include "base/result.h"

namespace wordbrush::procedures {

/// What the window is opened for.
struct WindowCall {
  GimpProcedure* procedure;
  bool is_edit;
  GimpImage* image;        ///< null: none is open
  GimpDrawable* drawable;  ///< null: none is selected
};

/// Shows the window and returns when the user has closed it. Where this GIMP has one
/// already, that one comes to the front, working on the call's image, and the call
/// returns at once. Needs start_ui(). Fails where the settings cannot be read.
Result<void> run_window(const WindowCall& call);

}  // namespace wordbrush::procedures
