// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_draft.h"

#include <glib.h>

#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

namespace {

/// In the order of all_roles.
constexpr auto role_names = std::to_array<std::string_view>(
    {"", "style", "content", "person", "object", "background", "sketch"});
static_assert(role_names.size() == all_roles.size());

ReferenceRole role_of(std::string_view name) {
  for (std::size_t i = 0; i < role_names.size(); ++i)
    if (role_names[i] == name) return all_roles[i];
  return ReferenceRole::None;
}

settings::DraftReference to_draft(const Reference& reference, const std::string& session) {
  settings::DraftReference draft{.name = reference.name,
                                 .role = std::string(role_names[std::size_t(reference.role)])};
  if (const auto* const layer = std::get_if<LayerSource>(&reference.source)) {
    draft.session = session;
    draft.image_id = layer->image_id;
    draft.layer_id = layer->layer_id;
  } else {
    const auto& path = std::get<FileSource>(reference.source).path;
    const GCharPtr uri(g_filename_to_uri(path.c_str(), nullptr, nullptr));
    if (uri) draft.file = uri.get();
  }
  return draft;
}

}  // namespace

settings::Draft to_draft(const std::string& prompt, const ReferenceList& references,
                         const std::string& session) {
  settings::Draft draft{.prompt = prompt};
  for (const Reference& reference : references.items())
    draft.references.push_back(to_draft(reference, session));
  return draft;
}

ReferenceList references_of(const settings::Draft& draft, const std::string& session) {
  ReferenceList references;
  for (const auto& saved : draft.references) {
    Reference reference{.name = saved.name, .role = role_of(saved.role)};
    if (const GCharPtr path(g_filename_from_uri(saved.file.c_str(), nullptr, nullptr)); path)
      reference.source = FileSource{path.get()};
    else if (saved.file.empty() && !session.empty() && saved.session == session)
      reference.source = LayerSource{saved.image_id, saved.layer_id};
    else
      continue;
    references.add(std::move(reference));
  }
  return references;
}

}  // namespace wordbrush::ui
