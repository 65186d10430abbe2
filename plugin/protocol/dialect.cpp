// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dialect.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>

#include "base/glib_ptr.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

// Each is defined in the file of its name.
extern const Dialect chat_dialect, gemini_dialect, images_dialect;

namespace {

constexpr std::array<const Dialect*, 3> all = {
    &chat_dialect,
    &gemini_dialect,
    &images_dialect,
};

}  // namespace

std::span<const Dialect* const> dialects() {
  return all;
}

Result<const Dialect*> find_dialect(std::string_view name) {
  if (name.empty()) return nullptr;
  const auto found = std::ranges::find(all, name, &Dialect::name);
  if (found != all.end()) return *found;
  constexpr std::size_t max_shown = 40;
  const GCharPtr detail(g_strdup_printf(
      _("Wordbrush cannot speak \"%s\". Choose for this connection what its service speaks."),
      shortened(name, max_shown).c_str()));
  return fail(ErrorKind::Input, detail.get());
}

Headers bearer_headers(const Endpoint& endpoint, const std::string& key) {
  Headers headers = endpoint.extra_headers;
  if (key.empty()) return headers;
  for (const char* const domain :
       {"openai.azure.com", "cognitiveservices.azure.com", "services.ai.azure.com"})
    if (is_at(endpoint, domain)) {
      headers.emplace_back("api-key", key);
      return headers;
    }
  headers.emplace_back("Authorization", "Bearer " + key);
  return headers;
}

}  // namespace wordbrush::protocol
