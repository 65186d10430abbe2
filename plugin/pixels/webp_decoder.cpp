// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/webp_decoder.h"

#include <glib/gi18n.h>
#include <webp/decode.h>

#include "pixels/decode_failure.h"

namespace wordbrush::pixels {

namespace {

std::unexpected<Error> fail_with(VP8StatusCode status) {
  const bool ended = status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED;
  return fail_flawed(ended ? Flaw::Truncated : Flaw::Damaged);
}

}  // namespace

Result<Bitmap> decode_webp(ByteView file, const DecodeLimits& limits) {
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) g_error("another version of libwebp than built for");
  const auto status = WebPGetFeatures(file.data(), file.size(), &config.input);
  if (status != VP8_STATUS_OK) return fail_with(status);
  const auto width = static_cast<std::uint32_t>(config.input.width);
  const auto height = static_cast<std::uint32_t>(config.input.height);
  if (auto error = check_size(width, height, limits)) return fail(std::move(*error));
  if (config.input.has_animation)
    return fail(ErrorKind::BadImage,
                _("The picture is animated, and only still ones can be read."));

  Bitmap bitmap(config.input.width, config.input.height);
  config.options.use_threads = 1;
  config.output.colorspace = MODE_RGBA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA = {
      .rgba = bitmap.row(0), .stride = static_cast<int>(bitmap.stride()), .size = bitmap.size()};
  const auto decoded = WebPDecode(file.data(), file.size(), &config);
  WebPFreeDecBuffer(&config.output);
  if (decoded != VP8_STATUS_OK) return fail_with(decoded);
  return bitmap;
}

}  // namespace wordbrush::pixels
