// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_session.h"

#include <libgimp/gimp.h>

#include "base/glib_ptr.h"
#include "host/parasites.h"

namespace wordbrush::host {

namespace {

constexpr const char* parasite_name = "wordbrush-session";
// Not persistent: GIMP forgets it when it ends.
constexpr gulong no_flags = 0;

std::string find_or_make() {
  if (const ParasitePtr known(gimp_get_parasite(parasite_name)); known) return text_of(known.get());
  const GCharPtr name(g_uuid_string_random());
  const std::string text = name.get();
  const ParasitePtr made = make_parasite(parasite_name, no_flags, text);
  return gimp_attach_parasite(made.get()) ? text : std::string();
}

}  // namespace

std::string gimp_session() {
  static const std::string session = find_or_make();
  return session;
}

}  // namespace wordbrush::host
