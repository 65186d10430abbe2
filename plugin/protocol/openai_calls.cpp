// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/openai_calls.h"

namespace wordbrush::protocol {

namespace {

/// What calls follow, also where the address is that of Google's native calls.
std::vector<std::string> openai_path(const Endpoint& endpoint) {
  const bool is_native = is_at(endpoint, "generativelanguage.googleapis.com") &&
                         (endpoint.path.empty() || endpoint.path.back() != "openai");
  return is_native ? std::vector<std::string>{"v1beta", "openai"} : endpoint.path;
}

}  // namespace

bool ends_in_call(std::span<const std::string> path, std::string_view call) {
  return path.size() > 1 && path[path.size() - 2] + "/" + path.back() == call;
}

std::string openai_url(const Endpoint& endpoint, std::string_view call) {
  return url_of(endpoint, openai_path(endpoint), call);
}

HttpCall list_openai_models(const Endpoint& endpoint, const std::string& key) {
  auto path = openai_path(endpoint);
  // Azure lists its models beside the deployments.
  if (path.size() > 1 && path[path.size() - 2] == "deployments") path.resize(path.size() - 2);
  return {.url = url_of(endpoint, path, "/models"), .headers = bearer_headers(endpoint, key)};
}

}  // namespace wordbrush::protocol
