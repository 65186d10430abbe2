// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address_rules.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"

namespace wordbrush::net {

namespace {

using GUriPtr = std::unique_ptr<GUri, FreeWith<g_uri_unref>>;

// Longer ones are no addresses; servers refuse them.
constexpr std::size_t max_url_bytes = 8192;

/// The addresses whose first `bits` are those of `start`.
template <std::size_t Size>
struct Network {
  std::array<std::uint8_t, Size> start;
  unsigned bits;
};

constexpr std::size_t ipv4_bytes = 4;
constexpr std::size_t ipv6_bytes = 16;

// IANA's special-purpose registries. Not among them 198.18.0.0/15: many people reach
// the internet through a program that stands there for every server.
constexpr std::array<Network<ipv4_bytes>, 13> near_ipv4 = {{
    {{0, 0, 0, 0}, 8},        // this network
    {{10, 0, 0, 0}, 8},       // RFC 1918
    {{100, 64, 0, 0}, 10},    // RFC 6598
    {{127, 0, 0, 0}, 8},      // loopback
    {{169, 254, 0, 0}, 16},   // link-local
    {{172, 16, 0, 0}, 12},    // RFC 1918
    {{192, 0, 0, 0}, 24},     // RFC 6890
    {{192, 0, 2, 0}, 24},     // documentation
    {{192, 168, 0, 0}, 16},   // RFC 1918
    {{198, 51, 100, 0}, 24},  // documentation
    {{203, 0, 113, 0}, 24},   // documentation
    {{224, 0, 0, 0}, 4},      // multicast
    {{240, 0, 0, 0}, 4},      // reserved, broadcast
}};

constexpr std::array<Network<ipv6_bytes>, 9> near_ipv6 = {{
    {{}, 96},                           // loopback, unspecified, IPv4-compatible
    {{0, 0x64, 0xFF, 0x9B, 0, 1}, 48},  // NAT64 of a local network
    {{1}, 64},                          // discard
    {{0x20, 0x01, 0, 0}, 32},           // Teredo
    {{0x20, 0x01, 0x0D, 0xB8}, 32},     // documentation
    {{0xFC}, 7},                        // unique local
    {{0xFE, 0x80}, 10},                 // link-local
    {{0xFE, 0xC0}, 10},                 // site-local
    {{0xFF}, 8},                        // multicast
}};

/// Networks of IPv6 that write an IPv4 address, and where it stands.
struct Embedding {
  Network<ipv6_bytes> network;
  std::size_t at;  // bytes
};

constexpr std::array<Embedding, 3> embeddings = {{
    {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96}, 12},  // IPv4-mapped
    {{{0, 0x64, 0xFF, 0x9B}, 96}, 12},                       // NAT64
    {{{0x20, 0x02}, 16}, 2},                                 // 6to4
}};

template <std::size_t Size>
bool holds(const Network<Size>& network, std::span<const std::uint8_t> address) {
  constexpr unsigned byte_bits = 8;
  for (unsigned bit = 0; bit < network.bits; bit += byte_bits) {
    const unsigned rest = std::min(network.bits - bit, byte_bits);
    const unsigned ignored = byte_bits - rest;
    const std::size_t byte = bit / byte_bits;
    if (address[byte] >> ignored != network.start[byte] >> ignored) return false;
  }
  return true;
}

bool is_near_ipv4(std::span<const std::uint8_t> address) {
  return std::ranges::any_of(near_ipv4,
                             [&](const auto& network) { return holds(network, address); });
}

bool is_near_ipv6(std::span<const std::uint8_t> address) {
  for (const Embedding& embedding : embeddings)
    if (holds(embedding.network, address))
      return is_near_ipv4(address.subspan(embedding.at, ipv4_bytes));
  return std::ranges::any_of(near_ipv6,
                             [&](const auto& network) { return holds(network, address); });
}

/// Escapes what may stand in no URL but does in answers: spaces, letters beyond ASCII.
std::string escaped(std::string_view address) {
  static constexpr std::string_view unsafe = "\"<>\\^`{|}";
  constexpr unsigned char first_graphic = 0x21;
  constexpr unsigned char last_graphic = 0x7E;
  std::string url;
  for (const char character : address) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte >= first_graphic && byte <= last_graphic && !unsafe.contains(character)) {
      url.push_back(character);
    } else {
      const GCharPtr escape(g_strdup_printf("%%%02X", byte));
      url += escape.get();
    }
  }
  return url;
}

GUriPtr parse(GUri* base, const std::string& url) {
  // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): a set of flags
  constexpr auto flags = static_cast<GUriFlags>(SOUP_HTTP_URI_FLAGS);
  return GUriPtr(g_uri_parse_relative(base, url.c_str(), flags, nullptr));
}

bool is_host(const char* host) {
  if (host == nullptr || *host == '\0') return false;
  return g_hostname_is_ip_address(host) || std::ranges::all_of(std::string_view(host), [](char c) {
           return g_ascii_isalnum(c) || c == '-' || c == '.' || c == '_';
         });
}

std::string origin_of(const std::string& url) {
  const GUriPtr uri = parse(nullptr, url);
  if (!uri || g_uri_get_host(uri.get()) == nullptr) return {};
  constexpr int http_port = 80;
  constexpr int https_port = 443;
  const std::string scheme = g_uri_get_scheme(uri.get());
  const int port = g_uri_get_port(uri.get());
  const int default_port = scheme == "https" ? https_port : http_port;
  const GCharPtr host(g_ascii_strdown(g_uri_get_host(uri.get()), -1));
  return scheme + "://" + host.get() + ":" + std::to_string(port > 0 ? port : default_port);
}

std::unexpected<Error> refused(const char* sentence) {
  return fail(ErrorKind::Download, sentence);
}

}  // namespace

bool is_near(GInetAddress* address) {
  const std::span bytes(g_inet_address_to_bytes(address), g_inet_address_get_native_size(address));
  return bytes.size() == ipv4_bytes ? is_near_ipv4(bytes) : is_near_ipv6(bytes);
}

bool is_near(GSocketAddress* address) {
  if (G_IS_PROXY_ADDRESS(address))
    return is_near_host(g_proxy_address_get_destination_hostname(G_PROXY_ADDRESS(address)));
  if (!G_IS_INET_SOCKET_ADDRESS(address)) return true;
  return is_near(g_inet_socket_address_get_address(G_INET_SOCKET_ADDRESS(address)));
}

bool is_near_host(std::string_view host) {
  // fe80::1%eth0 names the network interface as well.
  const std::string literal(host.substr(0, host.find('%')));
  if (const auto address =
          GObjectPtr<GInetAddress>::adopt(g_inet_address_new_from_string(literal.c_str())))
    return is_near(address.get());
  if (host.ends_with('.')) host.remove_suffix(1);
  const GCharPtr lowered(g_ascii_strdown(host.data(), static_cast<gssize>(host.size())));
  const std::string_view name = lowered.get();
  return name == "localhost" || name.ends_with(".localhost");
}

Result<std::string> follow(const AddressSource& source, std::string_view address) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t start = std::min(address.find_first_not_of(spaces), address.size());
  const std::size_t end = address.find_last_not_of(spaces) + 1;
  const std::string url = start < end ? escaped(address.substr(start, end - start)) : std::string();
  const GUriPtr base = parse(nullptr, source.url);
  const GUriPtr uri = url.empty() || url.size() > max_url_bytes ? nullptr : parse(base.get(), url);
  if (!uri || !is_host(g_uri_get_host(uri.get())) || g_uri_get_port(uri.get()) == 0)
    return refused(_("What stands in its place is not an address."));

  const std::string_view scheme = g_uri_get_scheme(uri.get());
  if (scheme != "http" && scheme != "https")
    return refused(_("Its address does not begin with http:// or https://."));
  if (g_uri_get_userinfo(uri.get()) != nullptr)
    return refused(_("Its address holds a user name or a password."));
  if (source.is_redirect && scheme == "http" && source.url.starts_with("https:"))
    return refused(_("Its address leads from a safe connection to one that is not."));
  if (!source.is_near && is_near_host(g_uri_get_host(uri.get())))
    return refused(
        _("Its address leads into a private network, where the service has no business."));
  const GCharPtr text(g_uri_to_string_partial(uri.get(), G_URI_HIDE_FRAGMENT));
  return text.get();
}

bool have_same_origin(const std::string& url, const std::string& other) {
  const std::string origin = origin_of(url);
  return !origin.empty() && origin == origin_of(other);
}

}  // namespace wordbrush::net
