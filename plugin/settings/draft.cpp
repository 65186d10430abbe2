// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/draft.h"

#include "settings/folder.h"
#include "settings/key_file.h"
#include "settings/prompt_history.h"

namespace wordbrush::settings {

namespace {

const std::string draft_group = "draft";
constexpr const char* prompt_key = "prompt";
constexpr const char* reference_group = "reference";
constexpr std::size_t max_references = 100;

struct ReferenceText {
  const char* key;
  std::string DraftReference::* member;
};
struct ReferenceNumber {
  const char* key;
  int DraftReference::* member;
};
constexpr ReferenceText reference_texts[] = {{"file", &DraftReference::file},
                                             {"session", &DraftReference::session},
                                             {"name", &DraftReference::name},
                                             {"role", &DraftReference::role}};
constexpr ReferenceNumber reference_numbers[] = {{"image", &DraftReference::image_id},
                                                 {"layer", &DraftReference::layer_id}};

DraftReference read_reference(GKeyFile* source, const std::string& group) {
  DraftReference reference;
  for (const auto& [key, member] : reference_texts)
    reference.*member = text_of(source, group, key).value_or("");
  for (const auto& [key, member] : reference_numbers)
    reference.*member = g_key_file_get_integer(source, group.c_str(), key, nullptr);
  return reference;
}

void write_reference(GKeyFile* target, const DraftReference& reference) {
  const std::string group = next_group(target, reference_group);
  for (const auto& [key, member] : reference_texts)
    if (!(reference.*member).empty()) set_text(target, group, key, reference.*member);
  for (const auto& [key, member] : reference_numbers)
    if (reference.*member != 0)
      g_key_file_set_integer(target, group.c_str(), key, reference.*member);
}

/// Also where it is no plain file, but not where it is empty.
bool is_there(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  return !bytes || !bytes->empty();
}

}  // namespace

DraftStore::DraftStore(const std::filesystem::path& folder) : file_(folder / "draft.ini") {}

std::optional<Draft> DraftStore::load() const {
  const auto key_file = load_key_file(file_);
  if (!key_file) return std::nullopt;
  auto prompt = text_of(key_file->get(), draft_group, prompt_key);
  if (!prompt || prompt->size() > PromptHistory::max_prompt_bytes) return std::nullopt;
  Draft draft{.prompt = std::move(*prompt)};
  for (const std::string& group : numbered_groups(key_file->get(), reference_group))
    if (draft.references.size() < max_references)
      draft.references.push_back(read_reference(key_file->get(), group));
  return draft;
}

Result<void> DraftStore::save(const Draft& draft) {
  if (draft == saved_) return {};
  if (!saved_ && !load() && is_there(file_))
    if (auto aside = put_aside(file_); !aside) return aside;
  const KeyFilePtr target(g_key_file_new());
  set_text(target.get(), draft_group, prompt_key, draft.prompt);
  for (const DraftReference& reference : draft.references) write_reference(target.get(), reference);
  auto written = save_key_file(file_, target.get());
  if (written) saved_ = draft;
  return written;
}

}  // namespace wordbrush::settings
