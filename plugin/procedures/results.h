// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include "base/result.h"
#include "edit/job.h"

namespace wordbrush::procedures {

/// What a procedure returns for `outcome`: its layers, text and report, or its
/// error, which for scripts names its kind.
GimpValueArray* to_values(GimpProcedure* procedure, GimpRunMode run_mode,
                          const Result<edit::Outcome>& outcome);

/// The same for an error alone.
GimpValueArray* to_values(GimpProcedure* procedure, GimpRunMode run_mode, const Error& error);

/// For what GIMP itself calls an error of the caller: the wrong number of layers.
GimpValueArray* calling_error(GimpProcedure* procedure, const char* sentence);

}  // namespace wordbrush::procedures
