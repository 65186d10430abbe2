// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/result.h"
#include "edit/options.h"
#include "edit/prepared.h"
#include "pixels/bitmap.h"
#include "protocol/picture_request.h"

namespace wordbrush::edit {

/// A picture as it leaves.
struct Upload {
  protocol::ImagePart part;
  int width = 0;
  int height = 0;
};

/// Encodes `bitmap` for sending, at `width` x `height` pixels (never more than it
/// has): JPEG 4:4:4 of quality 95 or PNG, without any metadata. What comes out
/// larger than `max_bytes` is made smaller until it fits.
Result<Upload> make_upload(const pixels::Bitmap& bitmap, int width, int height, UploadFormat format,
                           std::size_t max_bytes = usual_picture_bytes);

/// What a request carries.
struct Uploads {
  std::vector<Upload> pictures;
  std::optional<protocol::ImagePart> mask;
};

/// All of `pictures`, each in the size that it names, or smaller where it would weigh more
/// than the rules allow; the mask, where `paint_mask` is
/// not null, in the size of the first one. That one is then a PNG as well, unless
/// they say Jpeg: services want both of one kind.
Result<Uploads> make_uploads(const std::vector<Picture>& pictures, const PaintMask& paint_mask,
                             const UploadRules& rules);

}  // namespace wordbrush::edit
