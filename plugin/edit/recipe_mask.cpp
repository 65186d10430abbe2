// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/recipe_mask.h"

#include <glib.h>

#include <algorithm>
#include <iterator>

#include "base/glib_ptr.h"
#include "edit/member_reader.h"
#include "pixels/decode.h"
#include "pixels/encode.h"
#include "protocol/base64.h"

namespace wordbrush::edit {

namespace {

constexpr std::string_view format_names[] = {"auto", "png", "jpeg"};
constexpr std::uint8_t opaque_alpha = 255;

}  // namespace

std::string mask_to_text(const pixels::Mask& mask) {
  if (mask.empty() || std::int64_t{mask.width} * mask.height > max_mask_pixels) return {};
  pixels::Bitmap gray(mask.width, mask.height);
  auto* to = gray.bytes().data();
  for (const std::uint8_t value : mask.values) {
    to = std::fill_n(to, pixels::Bitmap::channels - 1, value);
    *to++ = opaque_alpha;
  }
  const Bytes file = pixels::encode_png(gray);
  const GCharPtr text(g_base64_encode(file.data(), file.size()));
  const std::string_view whole(text.get());
  return whole.size() > max_mask_text ? std::string() : std::string(whole);
}

std::optional<pixels::Mask> mask_from_text(std::string_view text, int width, int height) {
  const auto file = text.size() > max_mask_text ? std::nullopt : protocol::decode_base64(text);
  if (!file) return {};
  const auto gray =
      pixels::decode(*file, {.max_side = std::max(width, height), .max_pixels = max_mask_pixels});
  if (!gray || gray->width() != width || gray->height() != height) return {};
  pixels::Mask mask(width, height);
  const auto bytes = gray->bytes();
  for (std::size_t at = 0; at < mask.values.size(); ++at)
    mask.values[at] = bytes[at * pixels::Bitmap::channels];
  return mask;
}

std::string_view recipe_area_name(host::Area area) {
  return name_of(area);
}

std::string_view recipe_format_name(UploadFormat format) {
  return format_names[static_cast<std::size_t>(format)];
}

std::optional<UploadFormat> recipe_format(std::string_view name) {
  const auto* const found = std::ranges::find(format_names, name);
  if (found == std::end(format_names)) return {};
  return static_cast<UploadFormat>(found - std::begin(format_names));
}

}  // namespace wordbrush::edit
