// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace wordbrush::protocol {

/// What a body is, by its first bytes: the Content-Type of an answer is often wrong.
enum class BodyKind {
  Nothing,      ///< white space at most
  Json,         ///< an object or an array
  EventStream,  ///< server-sent events
  Html,         ///< a web page
  Words,        ///< anything else
};

/// `text` without a byte order mark and white space at its start: some send blank
/// lines to keep the connection open.
std::string_view without_lead(std::string_view text);

/// The kind of the body that starts with `start`; nothing while more bytes are
/// needed to tell.
std::optional<BodyKind> kind_of_start(std::string_view start);

/// The kind of a body that is `body` and no more.
BodyKind kind_of_body(std::string_view body);

}  // namespace wordbrush::protocol
