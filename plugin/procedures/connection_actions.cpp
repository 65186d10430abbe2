// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/connection_actions.h"

#include <glib/gi18n.h>

#include <memory>
#include <optional>
#include <utility>

#include "edit/connection_check.h"
#include "protocol/dialect.h"
#include "protocol/size_fields.h"

namespace wordbrush::procedures {

namespace {

ui::SpeechChoices speech_choices() {
  ui::SpeechChoices choices{.dialects = {{"", _("What its address shows")}},
                            .size_fields = {{"", _("As is usual there")}}};
  for (const protocol::Dialect* const dialect : protocol::dialects())
    choices.dialects.push_back({dialect->name, _(dialect->label)});
  for (const protocol::SizeFieldsName& fields : protocol::size_fields_names())
    choices.size_fields.push_back({fields.name, _(fields.label)});
  return choices;
}

}  // namespace

ui::ConnectionsActions connection_actions(Endpoints& endpoints, SoupSession* session) {
  const auto running = std::make_shared<std::optional<edit::ConnectionCheck>>();
  return {.host_of =
              [](std::string_view base_url) {
                return protocol::parse_endpoint(base_url).transform(
                    [](const protocol::Endpoint& endpoint) { return endpoint.host; });
              },
          .check =
              [&endpoints, session, running](const settings::Connection& connection,
                                             const std::optional<std::string>& key,
                                             edit::ConnectionCheckEvents events) {
                running->reset();
                auto route = endpoints.route_to(connection, key.value_or(""));
                if (!route) return events.on_models(fail(std::move(route.error())));
                running->emplace(session, std::move(route->endpoint), std::move(route->key),
                                 std::move(events));
              },
          .choices = speech_choices()};
}

}  // namespace wordbrush::procedures
