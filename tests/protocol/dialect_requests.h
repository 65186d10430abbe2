// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "protocol/dialect.h"

namespace wordbrush::protocol::test {

inline ImagePart picture(std::string mime_type, Bytes bytes) {
  return {std::move(mime_type), std::make_shared<const Bytes>(std::move(bytes))};
}

/// The call that asks `address` in the dialect of that name.
inline HttpCall asked(const char* dialect, const std::string& address,
                      const PictureRequest& request, const std::string& key = "") {
  return find_dialect(dialect).value()->ask(request, parse_endpoint(address).value(), key);
}

inline HttpCall models_asked(const char* dialect, const std::string& address,
                             const std::string& key = "") {
  return find_dialect(dialect).value()->list_models(parse_endpoint(address).value(), key);
}

}  // namespace wordbrush::protocol::test
