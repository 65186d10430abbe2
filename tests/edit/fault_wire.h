// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include <string>

// What services send, byte by byte.
namespace wordbrush::edit::faults {

/// A picture's worth of noise.
const std::string& base64();

std::string head(const std::string& status, const std::string& type = "application/json",
                 const std::string& more = "");
std::string answer(const std::string& status, const std::string& body,
                   const std::string& type = "application/json", const std::string& more = "");

/// The head of an event stream, a part of its body, and a whole one.
extern const std::string event_head;
std::string chunk(const std::string& bytes);
std::string events(const std::string& body);

std::string page(const std::string& title);

/// The founding API's shape, whole or as one event's data.
std::string picture_json(const char* member, const std::string& payload = base64());
std::string picture_event();
std::string error_json(const std::string& more = "");

std::string compressed(GZlibCompressorFormat format, const std::string& text);

}  // namespace wordbrush::edit::faults
