// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

namespace wordbrush::pixels {

enum class PictureType { Unknown, Png, Jpeg, Webp, Gif, Avif, Heic, Svg };

/// The type by a file's first bytes, since labels (MIME types, suffixes) lie. Says
/// nothing about the rest of the file.
PictureType sniff(ByteView file);

/// "image/png"; "application/octet-stream" for Unknown.
const char* mime_type(PictureType type);

/// Whether the file is marked-up text (HTML, XML): a server's page in place of a
/// picture. True for SVG as well.
bool is_markup(ByteView file);

}  // namespace wordbrush::pixels
