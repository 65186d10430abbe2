// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/picture_type.h"

#include <algorithm>
#include <string_view>

namespace wordbrush::pixels {

namespace {

using std::string_view_literals::operator""sv;

/// How far into a text the root element of an SVG is looked for: behind an XML
/// declaration, a doctype and a license comment.
constexpr std::size_t text_head_bytes = 4096;

std::string_view text_of(ByteView file) {
  return {reinterpret_cast<const char*>(file.data()), file.size()};
}

std::string_view without_lead(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF"sv)) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"sv), text.size()));
  return text;
}

/// An ISO media file: its ftyp box is a length, "ftyp", a brand of four letters,
/// a version, and the other brands that the file keeps to.
PictureType sniff_brands(std::string_view text) {
  constexpr std::size_t header_bytes = 16, brand_bytes = 4;
  if (text.size() < header_bytes || text.substr(4, brand_bytes) != "ftyp"sv)
    return PictureType::Unknown;
  const std::size_t box_bytes =
      static_cast<unsigned char>(text[2]) * std::size_t{256} + static_cast<unsigned char>(text[3]);
  const auto box = text.substr(0, box_bytes);
  for (std::size_t at = 8; at + brand_bytes <= box.size(); at += brand_bytes) {
    const auto brand = box.substr(at, brand_bytes);
    if (brand == "avif"sv || brand == "avis"sv) return PictureType::Avif;
    if (brand.starts_with("hei"sv) || brand.starts_with("hev"sv)) return PictureType::Heic;
  }
  return PictureType::Unknown;
}

}  // namespace

PictureType sniff(ByteView file) {
  const auto text = text_of(file);
  if (text.starts_with("\x89PNG\r\n\x1A\n"sv)) return PictureType::Png;
  if (text.starts_with("\xFF\xD8\xFF"sv)) return PictureType::Jpeg;
  if (text.starts_with("RIFF"sv) && text.size() >= 12 && text.substr(8, 4) == "WEBP"sv)
    return PictureType::Webp;
  if (text.starts_with("GIF87a"sv) || text.starts_with("GIF89a"sv)) return PictureType::Gif;
  if (is_markup(file) && text.substr(0, text_head_bytes).contains("<svg"sv))
    return PictureType::Svg;
  return sniff_brands(text);
}

bool is_markup(ByteView file) {
  return without_lead(text_of(file)).starts_with('<');
}

const char* mime_type(PictureType type) {
  switch (type) {
    case PictureType::Png:
      return "image/png";
    case PictureType::Jpeg:
      return "image/jpeg";
    case PictureType::Webp:
      return "image/webp";
    case PictureType::Gif:
      return "image/gif";
    case PictureType::Avif:
      return "image/avif";
    case PictureType::Heic:
      return "image/heic";
    case PictureType::Svg:
      return "image/svg+xml";
    case PictureType::Unknown:
      break;
  }
  return "application/octet-stream";
}

}  // namespace wordbrush::pixels
