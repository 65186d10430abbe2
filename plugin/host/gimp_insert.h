// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>

#include "host/canvas.h"

namespace wordbrush::host {

/// What Canvas::begin_insertion does.
std::unique_ptr<Insertion> begin_gimp_insertion(const Source& source,
                                                std::span<const NewLayer> layers,
                                                const std::string& group_name);

}  // namespace wordbrush::host
