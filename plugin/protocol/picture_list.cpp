// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/picture_list.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "protocol/data_url.h"
#include "protocol/limits.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

bool is_web_address(std::string_view text) {
  constexpr std::size_t scheme_bytes = 8;
  const std::string scheme = lower(text.substr(0, scheme_bytes));
  return scheme.starts_with("https://") || scheme.starts_with("http://");
}

/// Relays of one kind give a path on their own host.
bool is_path(std::string_view text) {
  return text.starts_with('/') && !text.starts_with("//");
}

std::string with_plain_ampersands(std::string text) {
  constexpr std::string_view escaped = "&amp;";
  for (std::size_t at = 0; (at = text.find(escaped, at)) != std::string::npos; ++at)
    text.replace(at, escaped.size(), "&");
  return text;
}

/// Whether a data URL's label may be one of a picture. Labels lie, but not about
/// what kind of thing it is.
bool may_be_picture(std::string_view mime_type) {
  return mime_type.empty() || mime_type.starts_with("image/") ||
         mime_type == "application/octet-stream";
}

}  // namespace

void PictureList::add(std::string_view source, PictureSource::Form form) {
  const std::string_view text = trimmed(source);
  if (const auto data_url = split_data_url(text)) {
    if (may_be_picture(data_url->mime_type)) add_payload(data_url->payload);
    return;
  }
  // "/9j/..." is a path to look at, and the start of any JPEG.
  const bool is_payload = form == PictureSource::Form::Base64 || store_->mark_length(text) > 0;
  if (!is_web_address(text) && is_payload)
    add_payload(text);
  else if (is_web_address(text) || is_path(text))
    add_link(text);
}

std::vector<ReplyPicture> PictureList::take() && {
  if (pictures_.size() > max_pictures)
    pictures_.erase(pictures_.begin(), pictures_.end() - max_pictures);
  return std::move(pictures_);
}

void PictureList::add_payload(std::string_view payload) {
  auto bytes = store_->take_payload(payload);
  if (!bytes || bytes->size() > max_picture_bytes) {
    has_broken_ = true;
    return;
  }
  const bool is_known = std::ranges::any_of(pictures_, [&](const ReplyPicture& picture) {
    return picture.bytes && *picture.bytes == *bytes;
  });
  if (!is_known) pictures_.push_back({std::make_shared<const Bytes>(std::move(*bytes)), {}});
}

void PictureList::add_link(std::string_view link) {
  std::string url = with_plain_ampersands(store_->restored(link));
  const bool is_known = std::ranges::any_of(
      pictures_, [&](const ReplyPicture& picture) { return picture.url == url; });
  if (!is_known) pictures_.push_back({nullptr, std::move(url)});
}

}  // namespace wordbrush::protocol
