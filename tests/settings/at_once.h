// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <thread>

namespace wordbrush::test {

inline constexpr std::size_t names_at_once = 40;

/// Calls `write` with that many names, half of them on a thread of its own. Whoever reads a file,
/// changes it and writes it without keeping the other away loses some of them.
inline void write_at_once(const std::function<void(const std::string&)>& write) {
  const auto half = [&](const char* start) {
    for (std::size_t number = 0; number < names_at_once / 2; ++number)
      write(start + std::to_string(number));
  };
  const std::jthread other([&] { half("b"); });
  half("a");
}

}  // namespace wordbrush::test
