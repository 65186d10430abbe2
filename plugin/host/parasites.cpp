// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/parasites.h"

namespace wordbrush::host {

std::string text_of(const GimpParasite* parasite) {
  if (parasite == nullptr) return {};
  guint32 size = 0;
  gconstpointer const data = gimp_parasite_get_data(parasite, &size);
  return data == nullptr ? std::string() : std::string(static_cast<const char*>(data), size);
}

ParasitePtr make_parasite(const char* name, gulong flags, std::string_view text) {
  return ParasitePtr(
      gimp_parasite_new(name, flags, static_cast<guint32>(text.size()), text.data()));
}

}  // namespace wordbrush::host
