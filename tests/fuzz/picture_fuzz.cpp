// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes, decoding gives a bitmap within the limits, or a sentence; what
// was decoded comes through PNG unchanged.
#include <algorithm>
#include <cstdlib>

#include "fuzz_target.h"
#include "pixels/decode.h"
#include "pixels/encode.h"

using wordbrush::pixels::Bitmap;
using wordbrush::pixels::decode;
using wordbrush::pixels::DecodeLimits;

namespace {

// Small, so that the time goes into many files and not into large ones.
constexpr DecodeLimits limits{.max_side = 256, .max_pixels = 16384};

bool is_within_limits(const Bitmap& bitmap) {
  const int side = std::max(bitmap.width(), bitmap.height());
  return !bitmap.empty() && side <= limits.max_side &&
         bitmap.size() <= limits.max_pixels * Bitmap::channels;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto decoded = decode({data, size}, limits);
  if (!decoded) {
    if (decoded.error().detail.empty()) std::abort();
    return 0;
  }
  if (!is_within_limits(*decoded)) std::abort();
  const auto again = decode(wordbrush::pixels::encode_png(*decoded), limits);
  if (!again || !std::ranges::equal((*again).bytes(), (*decoded).bytes())) std::abort();
  return 0;
}
