// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "settings/draft.h"
#include "ui/reference_list.h"

namespace wordbrush::ui {

/// What is to be written down of the prompt and its references. `session` is the run of
/// GIMP in which the ids of layers hold.
settings::Draft to_draft(const std::string& prompt, const ReferenceList& references,
                         const std::string& session);

/// The references that can be brought back in `session`, without their thumbnails: files,
/// and layers where it is the same run of GIMP still.
ReferenceList references_of(const settings::Draft& draft, const std::string& session);

}  // namespace wordbrush::ui
