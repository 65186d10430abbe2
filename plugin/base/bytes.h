// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace wordbrush {

/// The bytes of a file in memory: an encoded picture.
using Bytes = std::vector<std::uint8_t>;

/// Bytes that several requests may send at once, on any thread: never changed.
using SharedBytes = std::shared_ptr<const Bytes>;

using ByteView = std::span<const std::uint8_t>;

}  // namespace wordbrush
