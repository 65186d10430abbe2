// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentences.h"

#include <glib/gi18n.h>

#include <algorithm>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

std::string models_sentence(const std::vector<std::string>& models, const std::string& model) {
  if (models.empty()) return _("The connection works, but the service lists no models.");
  if (!std::ranges::contains(models, model)) {
    const GCharPtr text(g_strdup_printf(
        _("The connection works, but the service does not list \"%s\". Choose one of its models."),
        model.c_str()));
    return text.get();
  }
  const int count = static_cast<int>(models.size());
  const GCharPtr text(
      g_strdup_printf(ngettext("The connection works. The service lists %d model.",
                               "The connection works. The service lists %d models.", count),
                      count));
  return text.get();
}

std::string key_sentence(settings::KeyPlace place, const std::filesystem::path& file) {
  if (place == settings::KeyPlace::SecretService)
    return _("A key is saved in the desktop's keyring.");
  const GCharPtr name(g_filename_display_name(file.c_str()));
  const GCharPtr text(
      g_strdup_printf(_("A key is saved in a file that only you can read: %s"), name.get()));
  return text.get();
}

}  // namespace wordbrush::ui
