// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <utility>

#include "base/error.h"

namespace wordbrush {

/// A value or an Error.
template <class T>
using Result = std::expected<T, Error>;

/// Turns into a failed Result of any type.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, std::string detail) {
  return std::unexpected(Error{kind, std::move(detail)});
}
[[nodiscard]] inline std::unexpected<Error> fail(Error error) {
  return std::unexpected(std::move(error));
}

}  // namespace wordbrush
