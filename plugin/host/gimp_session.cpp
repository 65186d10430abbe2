// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_session.h"

#include <libgimp/gimp.h>

#include <memory>
#include <optional>

#include "base/glib_ptr.h"

namespace wordbrush::host {

namespace {

constexpr const char* parasite_name = "wordbrush-session";
// Not persistent: GIMP forgets it when it ends.
constexpr gulong no_flags = 0;

using ParasitePtr = std::unique_ptr<GimpParasite, FreeWith<gimp_parasite_free>>;

std::string text_of(const GimpParasite* parasite) {
  guint32 size = 0;
  gconstpointer const data = gimp_parasite_get_data(parasite, &size);
  return data == nullptr ? std::string() : std::string(static_cast<const char*>(data), size);
}

std::string find_or_make() {
  if (const ParasitePtr known(gimp_get_parasite(parasite_name)); known) return text_of(known.get());
  const GCharPtr name(g_uuid_string_random());
  const std::string text = name.get();
  const ParasitePtr made(
      gimp_parasite_new(parasite_name, no_flags, static_cast<guint32>(text.size()), text.c_str()));
  return gimp_attach_parasite(made.get()) ? text : std::string();
}

}  // namespace

std::string gimp_session() {
  static const std::string session = find_or_make();
  return session;
}

}  // namespace wordbrush::host
