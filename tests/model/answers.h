// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/log.h"
#include "model/scenario.h"
#include "model/shapes.h"

namespace wordbrush::model {

/// What the model says to a request: its first picture, edited, or one made from the
/// prompt; or what else the scenario wants. Fails where the picture is none.
Result<Answer> make_answer(const Scenario& scenario, const LoggedRequest& request);

}  // namespace wordbrush::model
