// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/stage_text.h"

#include <glib/gi18n.h>

namespace wordbrush::procedures {

const char* to_text(edit::Stage stage) {
  switch (stage) {
    case edit::Stage::Reading:
      return _("Reading the picture");
    case edit::Stage::Encoding:
      return _("Preparing the picture");
    case edit::Stage::Sending:
      return _("Sending");
    case edit::Stage::Waiting:
      return _("Waiting for the model");
    case edit::Stage::Receiving:
      return _("Receiving the answer");
    case edit::Stage::Fitting:
      return _("Fitting the answer to its place");
    case edit::Stage::Inserting:
      return _("Inserting the layer");
  }
  return "";
}

}  // namespace wordbrush::procedures
