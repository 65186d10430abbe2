// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/endpoint.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/glib_ptr.h"
#include "protocol/dialect.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// A URL in its parts, checked.
struct UrlParts {
  std::string scheme;     ///< "http" or "https"
  std::string authority;  ///< host and port, IPv6 in brackets, no default port
  std::string path;       ///< as written
  std::string query;      ///< with its '?', or empty
};

std::unexpected<Error> no_address() {
  return fail(ErrorKind::Input,
              _("This is not the address of a service. It looks like https://api.example.com/v1"));
}

/// A template's address has the names that only its user knows in braces, which no
/// address can have.
std::optional<std::string> placeholder_in(const std::string& text) {
  const auto start = text.find('{');
  const auto end = text.find('}', start);
  if (start == std::string::npos || end == std::string::npos) return std::nullopt;
  return text.substr(start, end - start + 1);
}

bool is_loopback_name(std::string_view host) {
  return host == "localhost" || host.starts_with("127.") || host == "::1";
}

/// The host in ASCII and lower case; nothing where it is no name and no address.
std::optional<std::string> checked_host(const char* host) {
  if (host == nullptr || *host == '\0') return std::nullopt;
  if (g_hostname_is_ip_address(host)) return host;
  const GCharPtr ascii(g_hostname_to_ascii(host));
  if (!ascii) return std::nullopt;
  std::string name = lower(ascii.get());
  const bool is_name = std::ranges::all_of(name, [](char character) {
    return g_ascii_isalnum(character) || character == '-' || character == '.' || character == '_';
  });
  if (!is_name || name.starts_with('.') || name.contains("..")) return std::nullopt;
  return name;
}

/// Whether people mean an address by a text without a scheme: a word alone is
/// more likely a key or a model's name in the wrong field.
bool is_clearly_host(const std::string& host, int port) {
  return host.contains('.') || host.contains(':') || port > 0 || is_loopback_name(host);
}

std::string to_authority(const std::string& host, int port, std::string_view scheme) {
  constexpr int http_port = 80;
  constexpr int https_port = 443;
  const int default_port = scheme == "https" ? https_port : http_port;
  std::string authority = host.contains(':') ? "[" + host + "]" : host;
  if (port > 0 && port != default_port) authority += ":" + std::to_string(port);
  return authority;
}

Result<UrlParts> split_url(const std::string& text) {
  const bool has_scheme = text.contains("://");
  const std::string url = has_scheme ? text : "https://" + text;
  char *scheme = nullptr, *user = nullptr, *host = nullptr, *path = nullptr, *query = nullptr;
  int port = -1;
  const bool is_url = g_uri_split(url.c_str(), G_URI_FLAGS_ENCODED, &scheme, &user, &host, &port,
                                  &path, &query, nullptr, nullptr);
  const GCharPtr owned_scheme(scheme), owned_user(user), owned_host(host), owned_path(path),
      owned_query(query);
  if (!is_url) return no_address();
  if (user != nullptr) {
    return fail(ErrorKind::Input, _("The address must not hold a user name or a password. The key "
                                    "has a field of its own."));
  }
  UrlParts parts{.scheme = scheme, .path = path, .query = {}};
  if (parts.scheme != "http" && parts.scheme != "https")
    return fail(ErrorKind::Input, _("The address has to start with https:// or http://"));
  const auto name = checked_host(host);
  if (!name || port == 0 || (!has_scheme && !is_clearly_host(*name, port))) return no_address();
  // A server on this computer hardly ever has a certificate.
  if (!has_scheme && is_loopback_name(*name)) parts.scheme = "http";
  parts.authority = to_authority(*name, port, parts.scheme);
  if (query != nullptr && *query != '\0') parts.query = std::string("?") + query;
  return parts;
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (slash != 0) segments.emplace_back(path.substr(0, slash));
    path = slash == std::string_view::npos ? "" : path.substr(slash + 1);
  }
  return segments;
}

/// Drops the call from the end, where the whole address of one was pasted, and takes
/// what it tells. False where there is none.
bool drop_call(Endpoint& endpoint) {
  auto& path = endpoint.path;
  if (!path.empty() && path.back() == "models") {
    path.pop_back();
    return true;
  }
  for (const Dialect* const dialect : dialects()) {
    PastedCall call = dialect->find_call(path);
    if (call.segments == 0) continue;
    path.resize(path.size() - call.segments);
    endpoint.model = std::move(call.model);
    endpoint.dialect = dialect;
    return true;
  }
  return false;
}

/// What the service speaks where no call tells.
const Dialect* dialect_at(const Endpoint& endpoint) {
  for (const Dialect* const dialect : dialects())
    if (dialect->is_at_home(endpoint)) return dialect;
  return dialects().front();
}

/// Whether calls follow the path at once, as in ".../v1" or ".../v1beta/openai".
bool is_base_path(const std::vector<std::string>& path) {
  if (path.empty()) return false;
  if (is_version(path.back()) || path.back() == "compat") return true;
  if (path.size() == 1) return false;
  const std::string& before = path[path.size() - 2];
  return before == "deployments" || is_version(before);  // Azure's, Google's
}

}  // namespace

Result<Endpoint> parse_endpoint(std::string_view base_url) {
  const std::string text(trimmed(base_url));
  const bool is_one_word = std::ranges::none_of(
      text, [](unsigned char byte) { return byte <= ' ' || byte == '\x7F' || byte == '\\'; });
  if (text.empty()) return fail(ErrorKind::Input, _("The address of the service is missing."));
  if (!is_one_word || !g_utf8_validate_len(text.data(), text.size(), nullptr)) return no_address();
  if (const auto placeholder = placeholder_in(text)) {
    const GCharPtr detail(g_strdup_printf(
        _("Replace %s in the address with the name of your own account or resource."),
        placeholder->c_str()));
    return fail(ErrorKind::Input, detail.get());
  }
  const auto parts = split_url(text);
  if (!parts) return fail(parts.error());

  Endpoint endpoint{.host = parts->authority,
                    .origin = parts->scheme + "://" + parts->authority,
                    .path = segments_of(parts->path),
                    .query = parts->query};
  if (!drop_call(endpoint) && !is_base_path(endpoint.path)) endpoint.path.emplace_back("v1");
  if (endpoint.dialect == nullptr) endpoint.dialect = dialect_at(endpoint);
  return endpoint;
}

bool is_at(const Endpoint& endpoint, std::string_view domain) {
  const std::string_view name = std::string_view(endpoint.host).substr(0, endpoint.host.find(':'));
  return name == domain || name.ends_with("." + std::string(domain));
}

std::string url_of(const Endpoint& endpoint, const std::vector<std::string>& path,
                   std::string_view call) {
  std::string url = endpoint.origin;
  for (const std::string& segment : path) url += "/" + segment;
  return url.append(call).append(endpoint.query);
}

bool is_version(std::string_view segment) {
  return segment.size() > 1 && segment[0] == 'v' && g_ascii_isdigit(segment[1]) &&
         std::ranges::all_of(segment, [](char character) { return g_ascii_isalnum(character); });
}

}  // namespace wordbrush::protocol
