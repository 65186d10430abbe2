// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/gimp_progress.h"

#include <libgimp/gimp.h>

#include <utility>

#include "edit/stage_text.h"

namespace wordbrush::procedures {

void GimpProgress::show(const edit::Progress& progress) {
  if (auto text = edit::to_text(progress); text != text_) {
    if (text_.empty())
      gimp_progress_init(text.c_str());
    else
      gimp_progress_set_text(text.c_str());
    text_ = std::move(text);
    if (!progress.fraction) gimp_progress_pulse();
  }
  if (progress.fraction) gimp_progress_update(*progress.fraction);
}

}  // namespace wordbrush::procedures
