// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ui/view_geometry.h"

namespace wordbrush::ui {

/// "50 %"; below 10 % with one decimal place.
std::string to_percent(double scale);

/// "Result 2 of 4, 50 %"; `name` is what is shown.
std::string to_canvas_name(const std::string& name, double scale);

/// A sentence on what is seen of it.
std::string to_canvas_description(ViewMode mode);

}  // namespace wordbrush::ui
