// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/decode_failure.h"

#include <glib/gi18n.h>

#include <algorithm>

#include "base/glib_ptr.h"

namespace wordbrush::pixels {

std::unexpected<Error> fail_flawed(Flaw flaw) {
  return fail(ErrorKind::BadImage, flaw == Flaw::Truncated
                                       ? _("The picture is damaged: it stops before its end.")
                                       : _("The picture is damaged and cannot be read."));
}

std::optional<Error> check_size(std::uint32_t width, std::uint32_t height,
                                const DecodeLimits& limits) {
  if (width == 0 || height == 0) return fail_flawed(Flaw::Damaged).error();
  const auto max_side =
      static_cast<std::uint32_t>(std::clamp(limits.max_side, 0, Bitmap::max_side));
  if (std::max(width, height) <= max_side && std::uint64_t{width} * height <= limits.max_pixels)
    return {};
  const GCharPtr sentence(g_strdup_printf(
      _("The picture is %u x %u pixels, which is more than can be read."), width, height));
  return Error{ErrorKind::BadImage, sentence.get()};
}

}  // namespace wordbrush::pixels
