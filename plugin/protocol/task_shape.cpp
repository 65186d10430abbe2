// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/task_shape.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

enum class State { None, Running, Done, Failed };

struct Status {
  std::string_view name;  ///< lower case
  State state;
};

// As apimart, evolink, new-api and their like spell them.
constexpr std::array<Status, 21> statuses = {{
    {"submitted", State::Running},   {"pending", State::Running},    {"queued", State::Running},
    {"queueing", State::Running},    {"waiting", State::Running},    {"created", State::Running},
    {"starting", State::Running},    {"processing", State::Running}, {"running", State::Running},
    {"in_progress", State::Running}, {"not_start", State::Running},  {"completed", State::Done},
    {"succeeded", State::Done},      {"success", State::Done},       {"succeed", State::Done},
    {"finished", State::Done},       {"failed", State::Failed},      {"failure", State::Failed},
    {"cancelled", State::Failed},    {"canceled", State::Failed},    {"expired", State::Failed},
}};

/// The first of the members that is there; empty where none is.
std::string first_string(JsonObject* body, std::initializer_list<const char*> names) {
  for (const char* const name : names)
    if (const char* const text = member_string(body, name)) return text;
  return {};
}

State state_of(JsonObject* body) {
  const std::string status = lower(first_string(body, {"status", "task_status", "state"}));
  const auto* const found = std::ranges::find(statuses, status, &Status::name);
  return found == statuses.end() ? State::None : found->state;
}

/// Its `id` counts only where the object is said to be a task: every answer has one.
std::string id_of(JsonObject* body) {
  const std::string id = first_string(body, {"task_id", "taskId"});
  const bool is_task = first_string(body, {"object"}).contains("task");
  return id.empty() && is_task ? first_string(body, {"id"}) : id;
}

/// 46, "46" or "46%".
std::optional<double> progress_of(JsonObject* body) {
  constexpr double percent = 100;
  const char* const text = member_string(body, "progress");
  const auto number = text != nullptr ? std::optional(g_ascii_strtod(text, nullptr))
                                      : member_number(body, "progress");
  if (!number || !(*number >= 0)) return std::nullopt;
  return std::min(*number / percent, 1.0);
}

}  // namespace

std::optional<Task> running_task(JsonObject* body) {
  if (body == nullptr || state_of(body) != State::Running) return std::nullopt;
  Task task{.id = id_of(body),
            .poll_url = first_string(body, {"poll_url", "polling_url"}),
            .progress = progress_of(body)};
  // Who asks for a task knows its number: apimart says "id" alone then.
  if (task.id.empty() && member(body, "progress") != nullptr) task.id = first_string(body, {"id"});
  if (task.id.empty()) return std::nullopt;
  return task;
}

std::vector<PictureSource> task_results(JsonObject* body) {
  std::vector<PictureSource> results;
  if (body == nullptr || state_of(body) != State::Done) return results;
  for (const char* const name : {"results", "output", "urls", "url"}) {
    JsonNode* const held = member(body, name);
    if (const char* const address = string_of(held)) results.push_back({address});
    for (JsonNode* const node : elements(array_of(held)))
      if (const char* const address = string_of(node)) results.push_back({address});
  }
  return results;
}

std::optional<ErrorWords> task_failure(JsonObject* body) {
  if (body == nullptr || state_of(body) != State::Failed) return std::nullopt;
  // "failure" alone is what services say of a request (protocol.md, 5.3).
  const bool is_task = !id_of(body).empty() || member_string(body, "id") != nullptr;
  if (!is_task) return std::nullopt;
  const JsonNodePtr node(json_node_init_object(json_node_alloc(), body));
  ErrorWords words = read_error_words(node.get()).value_or(ErrorWords{});
  if (words.message.empty())
    words.message = first_string(body, {"fail_reason", "error_message", "task_status_msg"});
  if (words.message.empty()) words.message = _("The service gave up without saying why.");
  words.is_explicit = true;
  return words;
}

}  // namespace wordbrush::protocol
