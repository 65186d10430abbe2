// SPDX-License-Identifier: GPL-3.0-or-later
// Chat completions (protocol.md, 1), which most services speak.
#include <glib/gi18n.h>

#include "protocol/chat_request.h"
#include "protocol/openai_calls.h"

namespace wordbrush::protocol {

namespace {

PastedCall find_chat_call(std::span<const std::string> path) {
  return {.segments = ends_in_call(path, "chat/completions") ? 2U : 0U};
}

HttpCall ask_chat(const PictureRequest& request, const Endpoint& endpoint, const std::string& key) {
  return {.url = openai_url(endpoint, "/chat/completions"),
          .headers = bearer_headers(endpoint, key),
          .body = make_chat_body(request)};
}

}  // namespace

extern const Dialect chat_dialect;
constinit const Dialect chat_dialect{.name = "chat",
                                     .label = N_("Chat completions"),
                                     .usual_size_fields = SizeFields::Prompt,
                                     .takes_mask = false,
                                     .find_call = find_chat_call,
                                     .is_at_home = [](const Endpoint&) { return false; },
                                     .ask = ask_chat,
                                     .list_models = list_openai_models,
                                     .key_headers = bearer_headers};

}  // namespace wordbrush::protocol
