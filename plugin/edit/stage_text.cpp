// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/stage_text.h"

#include <glib/gi18n.h>

#include "base/glib_ptr.h"

namespace wordbrush::edit {

namespace {

std::string pause_text(int seconds) {
  const char* const format =
      ngettext("The service is busy; trying again in %d second",
               "The service is busy; trying again in %d seconds", static_cast<gulong>(seconds));
  const GCharPtr text(g_strdup_printf(format, seconds));
  return text.get();
}

}  // namespace

std::string to_text(const Progress& progress) {
  switch (progress.stage) {
    case Stage::Reading:
      return _("Reading the picture");
    case Stage::Encoding:
      return _("Preparing the picture");
    case Stage::Sending:
      return _("Sending");
    case Stage::Pausing:
      return pause_text(progress.seconds);
    case Stage::Waiting:
      return _("Waiting for the model");
    case Stage::Receiving:
      return _("Receiving the answer");
    case Stage::Fitting:
      return _("Fitting the answer to its place");
    case Stage::Inserting:
      return _("Inserting the layer");
  }
  return "";
}

}  // namespace wordbrush::edit
