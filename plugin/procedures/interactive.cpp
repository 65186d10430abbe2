// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/interactive.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <optional>
#include <utility>

#include "demo/instructions.h"
#include "edit/connection_check.h"
#include "edit/recover.h"
#include "net/session.h"
#include "procedures/arguments.h"
#include "protocol/dialect.h"
#include "protocol/size_fields.h"
#include "settings/prompt_history.h"
#include "ui/connections_dialog.h"
#include "ui/edit_dialog.h"

namespace wordbrush::procedures {

namespace {

std::vector<std::string> further_arguments(ui::EditDialogContent::Task task) {
  if (task == ui::EditDialogContent::Task::Generate) return {"aspect-ratio", "size", "stream"};
  return {"context",      "overview",      "overview-words", "align", "match-colors",
          "only-changes", "sensitivity",   "feather",        "spill", "aspect-ratio",
          "size",         "upload-format", "stream"};
}

ui::SpeechChoices connection_choices() {
  ui::SpeechChoices choices{.dialects = {{"", _("What its address shows")}},
                            .size_fields = {{"", _("As is usual there")}}};
  for (const protocol::Dialect* const dialect : protocol::dialects())
    choices.dialects.push_back({dialect->name, _(dialect->label)});
  for (const protocol::SizeFieldsName& fields : protocol::size_fields_names())
    choices.size_fields.push_back({fields.name, _(fields.label)});
  return choices;
}

}  // namespace

Result<void> start_ui() {
  if (!gtk_init_check(nullptr, nullptr))
    return fail(ErrorKind::Input,
                _("There is no screen to show a window on. Call this procedure with "
                  "RUN-NONINTERACTIVE."));
  gimp_ui_init("wordbrush");
  return {};
}

Result<bool> run_dialog(ui::EditDialogContent::Task task, GimpProcedure* procedure,
                        GimpProcedureConfig* config, Endpoints& endpoints) {
  auto connections = endpoints.connections().load();
  if (!connections) return fail(std::move(connections.error()));
  auto chosen = endpoints.connections().chosen();
  if (!chosen) return fail(std::move(chosen.error()));

  ui::EditDialogContent content{
      .task = task,
      .connections = std::move(*connections),
      .chosen = std::move(*chosen),
      .demo_help = demo::describe_abilities(),
      .more = further_arguments(task),
  };
  const auto prompts = settings::PromptHistory(own_folder()).load();
  if (!prompts.empty()) content.last_prompt = prompts.front();
  if (const auto waiting = edit::warning_of_waiting(edit::Spool(spool_folder())))
    content.waiting = waiting->sentence;
  return ui::run_edit_dialog(procedure, config, content);
}

Result<void> run_connections_dialog(Endpoints& endpoints) {
  const auto session = net::make_session();
  std::optional<edit::ConnectionCheck> running;
  return ui::run_connections_dialog(
      endpoints.connections(), endpoints.keys(),
      {.host_of =
           [](std::string_view base_url) {
             return protocol::parse_endpoint(base_url).transform(
                 [](const protocol::Endpoint& endpoint) { return endpoint.host; });
           },
       .check =
           [&](const settings::Connection& connection, const std::optional<std::string>& key,
               edit::ConnectionCheckEvents events) {
             running.reset();
             auto route = endpoints.route_to(connection, key.value_or(""));
             if (!route) return events.on_models(fail(std::move(route.error())));
             running.emplace(session.get(), std::move(route->endpoint), std::move(route->key),
                             std::move(events));
           },
       .choices = connection_choices()});
}

}  // namespace wordbrush::procedures
