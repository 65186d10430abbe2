// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting a stream in two changes no event of it.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz_target.h"
#include "protocol/sse_parser.h"

using wordbrush::protocol::SseParser;

namespace {

std::vector<std::string> parse(std::string_view first, std::string_view second) {
  SseParser parser;
  std::vector<std::string> all;
  for (const std::string_view piece : {first, second}) {
    auto events = parser.feed(piece);
    if (!events) std::abort();
    std::ranges::move(*events, std::back_inserter(all));
  }
  auto last = parser.finish();
  std::ranges::move(last, std::back_inserter(all));
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view stream(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t cut = stream.empty() ? 0 : data[0] % stream.size();
  if (parse(stream, "") != parse(stream.substr(0, cut), stream.substr(cut))) std::abort();
  return 0;
}
