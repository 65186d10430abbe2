// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/message.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "base/glib_ptr.h"

namespace wordbrush::net {

namespace {

using GUriPtr = std::unique_ptr<GUri, FreeWith<g_uri_unref>>;

bool is_control(char character) {
  return g_ascii_iscntrl(character) != FALSE;
}

/// A token of RFC 9110, 5.6.2.
bool is_header_name(std::string_view name) {
  static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::ranges::all_of(name, [](char character) {
    return g_ascii_isalnum(character) || marks.contains(character);
  });
}

bool is_header_value(std::string_view value) {
  return std::ranges::none_of(
      value, [](char character) { return is_control(character) && character != '\t'; });
}

bool can_be_sent(const HttpRequest& request) {
  const bool is_typed = request.body.pieces.empty() || request.body.content_type.contains('/');
  return is_typed && is_header_value(request.body.content_type) &&
         std::ranges::all_of(request.headers, [](const auto& header) {
           return is_header_name(header.first) && is_header_value(header.second);
         });
}

GUriPtr parse_url(const std::string& url) {
  if (std::ranges::any_of(url, is_control)) return nullptr;
  // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): a set of flags
  constexpr auto flags = static_cast<GUriFlags>(SOUP_HTTP_URI_FLAGS);
  GUriPtr uri(g_uri_parse(url.c_str(), flags, nullptr));
  if (!uri) return nullptr;
  const std::string_view scheme = g_uri_get_scheme(uri.get());
  const char* const host = g_uri_get_host(uri.get());
  if ((scheme != "http" && scheme != "https") || host == nullptr || *host == '\0') return nullptr;
  return uri;
}

}  // namespace

Result<GObjectPtr<SoupMessage>> make_message(const HttpRequest& request) {
  if (request.method != "POST" && request.method != "GET")
    return fail(ErrorKind::Input, "not a method: " + request.method);
  const GUriPtr uri = parse_url(request.url);
  if (!uri)
    return fail(ErrorKind::Input,
                _("The address is not one of a web server: it begins with http:// or https://."));
  if (!can_be_sent(request))
    return fail(ErrorKind::Input,
                _("The API key or an extra header holds a line break or another character that "
                  "cannot be sent."));

  auto message =
      GObjectPtr<SoupMessage>::adopt(soup_message_new_from_uri(request.method.c_str(), uri.get()));
  // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): a set of flags
  soup_message_add_flags(message.get(), static_cast<SoupMessageFlags>(
                                            SOUP_MESSAGE_NEW_CONNECTION | SOUP_MESSAGE_NO_REDIRECT |
                                            SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE));
  // In HTTP/2 requests share a connection: closing it ends the others, not closing
  // it leaves the server at work. There is nothing to gain for a few big bodies.
  soup_message_set_force_http1(message.get(), TRUE);

  auto* const headers = soup_message_get_request_headers(message.get());
  // A proxy that compresses an event stream may also hold it back.
  soup_message_headers_replace(headers, "Accept-Encoding", "identity");
  for (const auto& [name, value] : request.headers)
    soup_message_headers_replace(headers, name.c_str(), value.c_str());
  return message;
}

}  // namespace wordbrush::net
