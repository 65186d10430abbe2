// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/limit_words.h"

#include <glib/gi18n.h>

namespace wordbrush::edit {

Warning warning_of(host::Limit limit) {
  if (limit == host::Limit::NewImage)
    return {"opens_new_image",
            _("The palette of an indexed image cannot hold the result, so it will open as a "
              "new image.")};
  return {"colors_beyond_srgb",
          _("Some colors here are brighter or more vivid than what can be sent. Where the result "
            "covers them, they become duller.")};
}

}  // namespace wordbrush::edit
