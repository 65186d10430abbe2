// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wordbrush::settings {

/// An endpoint as the user saved it. Its key is in the KeyStore, never here.
struct Connection {
  std::string name;      ///< unique, shown to the user
  std::string base_url;  ///< as the user typed it; empty for the offline demo
  std::string model = "gemini-3-pro-image-preview";
  bool stream = true;
  std::string dialect;      ///< what it speaks, by name ("gemini"); empty: as the address shows
  std::string size_fields;  ///< how sizes are told, by name ("openrouter"); empty: as is usual
  std::string headers;      ///< sent along, a "Name: value" a line (extra_headers.h)

  friend bool operator==(const Connection&, const Connection&) = default;
};

/// The connection that is always there: the demo model in the plug-in's own process.
Connection offline_demo();
bool is_offline_demo(const Connection& connection);

}  // namespace wordbrush::settings
