// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/multipart.h"

#include <glib.h>

#include <utility>

#include "base/glib_ptr.h"

namespace wordbrush::protocol {

MultipartBody::MultipartBody(std::string boundary) : boundary_(std::move(boundary)) {
  body_.content_type = "multipart/form-data; boundary=" + boundary_;
}

void MultipartBody::add_text(const std::string& name, const std::string& value) {
  text_ += "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
           value + "\r\n";
}

void MultipartBody::add_file(const std::string& name, const std::string& file_name,
                             const ImagePart& file) {
  text_ += "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + name +
           "\"; filename=\"" + file_name + "\"\r\nContent-Type: " + file.mime_type + "\r\n\r\n";
  body_.pieces.emplace_back(std::exchange(text_, "\r\n"));
  body_.pieces.emplace_back(RawPiece{file.bytes});
}

RequestBody MultipartBody::finish() && {
  body_.pieces.emplace_back(text_ + "--" + boundary_ + "--\r\n");
  return std::move(body_);
}

std::string make_boundary() {
  const GCharPtr random(g_uuid_string_random());
  return std::string("wordbrush-") + random.get();
}

}  // namespace wordbrush::protocol
