// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/size_fields.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/glib_ptr.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

constexpr std::size_t max_shown_name = 40;

constexpr auto named_size_fields = std::to_array<SizeFieldsName>({
    {SizeFields::Prompt, "prompt", N_("In the prompt")},
    {SizeFields::OpenRouter, "openrouter", N_("As OpenRouter wants it")},
    {SizeFields::Google, "google", N_("As Google wants it")},
    {SizeFields::Flat, "flat", N_("In fields beside the prompt")},
    {SizeFields::ModelSuffix, "suffix", N_("In the model's name")},
    {SizeFields::SystemMessage, "system", N_("In a message before the prompt")},
});

}  // namespace

std::span<const SizeFieldsName> size_fields_names() {
  return named_size_fields;
}

Result<std::optional<SizeFields>> find_size_fields(std::string_view name) {
  if (name.empty()) return std::nullopt;
  const auto found = std::ranges::find(named_size_fields, name, &SizeFieldsName::name);
  if (found != named_size_fields.end()) return found->fields;
  const GCharPtr detail(g_strdup_printf(
      _("Wordbrush does not know the way \"%s\" to tell the size. Choose another one for this "
        "connection."),
      shortened(name, max_shown_name).c_str()));
  return fail(ErrorKind::Input, detail.get());
}

}  // namespace wordbrush::protocol
