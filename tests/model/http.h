// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "model/scenario.h"

namespace wordbrush::model {

inline constexpr const char* json_type = "application/json";
inline constexpr const char* stream_type = "text/event-stream";

void respond(SoupServerMessage* message, int status, const char* type, std::string_view body);

/// With status 200 and without a copy: `body` is kept until it is sent.
void respond(SoupServerMessage* message, const char* type,
             const std::shared_ptr<const std::string>& body);

/// With a failure in OpenAI's shape.
void respond_failure(SoupServerMessage* message, int status);

/// Sends the head of an answer and half of its body, and hangs up.
void cut_off(SoupServerMessage* message, const char* type, std::string_view body);

/// The whole body of the request; valid while `message` is.
std::string_view body_of(SoupServerMessage* message);

/// By lower-case names, as they may be logged.
std::map<std::string, std::string> headers_of(SoupServerMessage* message);

/// Whether the request carries `key` in one of the headers that services want it in;
/// true where it is empty.
bool has_key(SoupServerMessage* message, const std::string& key);

}  // namespace wordbrush::model
