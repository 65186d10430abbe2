// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/glib_ptr.h"

namespace wordbrush::host {

/// Text that GIMP keeps with a layer or an image, or for as long as it runs.
using ParasitePtr = std::unique_ptr<GimpParasite, FreeWith<gimp_parasite_free>>;

/// Empty where `parasite` is null. It may hold anything: others can write it, too.
std::string text_of(const GimpParasite* parasite);

ParasitePtr make_parasite(const char* name, gulong flags, std::string_view text);

}  // namespace wordbrush::host
