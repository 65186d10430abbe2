// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "settings/connection.h"

namespace wordbrush::settings {

/// A well-known service, to start a connection from. The texts are proper names and
/// settings, the same in every language.
struct ServiceTemplate {
  const char* name;
  /// May hold names in braces that only its user knows: "https://{resource}.example.com".
  const char* base_url;
  const char* model;
  const char* dialect;      ///< as in Connection
  const char* size_fields;  ///< as in Connection
  const char* key_host;     ///< the web site where its keys are made; empty: nowhere
};

/// The ones that most people have first.
std::span<const ServiceTemplate> service_templates();

/// A new connection to it, by its name.
Connection connection_from(const ServiceTemplate& service);

/// Where the keys for the service at an address, or on a host, are made; empty where
/// nobody knows.
std::string key_host_of(std::string_view base_url);

}  // namespace wordbrush::settings
