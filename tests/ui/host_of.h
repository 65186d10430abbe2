// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wordbrush::test {

/// Stands for protocol::parse_endpoint(): "http://HOST/path" and nothing else.
inline Result<std::string> host_of(std::string_view base_url) {
  constexpr std::string_view scheme = "http://";
  if (!base_url.starts_with(scheme)) return fail(ErrorKind::Input, "This is no address.");
  const auto rest = base_url.substr(scheme.size());
  return std::string(rest.substr(0, rest.find('/')));
}

}  // namespace wordbrush::test
