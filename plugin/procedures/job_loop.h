// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "base/result.h"
#include "edit/job.h"
#include "procedures/endpoints.h"

namespace wordbrush::procedures {

/// Starts a job once it is known where it goes.
using StartJob = std::function<edit::Job(SoupSession*, edit::Route, edit::JobEvents)>;

/// Finds the endpoint, runs the job on a main loop of its own and returns when it
/// has ended. GIMP's progress shows how far it is.
Result<edit::Outcome> run_job(Endpoints& endpoints, const Wish& wish, const StartJob& start);

}  // namespace wordbrush::procedures
