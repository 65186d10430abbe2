// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/key_exposure.h"

#include <glib/gi18n.h>

#include "base/glib_ptr.h"

namespace wordbrush::edit {

std::optional<Warning> warning_of_exposed_key(const Route& route, bool is_near) {
  if (route.key.empty() || is_near || !route.endpoint.origin.starts_with("http://"))
    return std::nullopt;
  const GCharPtr sentence(
      g_strdup_printf(_("The API key went to %s without encryption, so that others on the way can "
                        "read it. Use an address that begins with https:// if there is one."),
                      route.endpoint.host.c_str()));
  return Warning{"key_unencrypted", sentence.get()};
}

}  // namespace wordbrush::edit
