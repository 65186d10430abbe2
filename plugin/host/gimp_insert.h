// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "host/canvas.h"

namespace wordbrush::host {

/// What Canvas::insert does.
Result<Inserted> insert_layers(const Source& source, std::span<const NewLayer> layers,
                               const std::string& group_name);

}  // namespace wordbrush::host
