// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "base/result.h"
#include "edit/job.h"
#include "procedures/endpoints.h"
#include "procedures/progress_view.h"

namespace wordbrush::procedures {

/// Starts a job once it is known where it goes.
using StartJob = std::function<edit::Job(SoupSession*, edit::Route, edit::JobEvents)>;

/// Makes the view once there is something to cancel.
using MakeView = std::function<std::unique_ptr<ProgressView>(std::function<void()> on_cancel)>;

/// Finds the endpoint, runs the job on a main loop of its own and returns when it
/// has ended. Cancelling ends it with ErrorKind::Cancelled and closes its
/// connections at once.
Result<edit::Outcome> run_job(Endpoints& endpoints, const Wish& wish, const StartJob& start,
                              const MakeView& make_view);

}  // namespace wordbrush::procedures
