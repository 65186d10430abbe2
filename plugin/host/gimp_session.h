// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace wordbrush::host {

/// Names this run of GIMP, in which the ids of images and layers hold: the same for every
/// process of the plug-in, and never the same again. Empty where GIMP keeps no such name.
std::string gimp_session();

}  // namespace wordbrush::host
