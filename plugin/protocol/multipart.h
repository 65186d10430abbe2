// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/request_body.h"
#include "protocol/picture_request.h"

namespace wordbrush::protocol {

/// Writes a body of multipart/form-data (RFC 7578). The files' bytes are shared, not
/// copied.
class MultipartBody {
 public:
  /// `boundary` stands in none of the parts: make_boundary().
  explicit MultipartBody(std::string boundary);

  /// Names and file names are plain ASCII without quotes.
  void add_text(const std::string& name, const std::string& value);
  void add_file(const std::string& name, const std::string& file_name, const ImagePart& file);

  RequestBody finish() &&;

 private:
  std::string boundary_;
  std::string text_;  // since the last file
  RequestBody body_;
};

/// A new one of 122 random bits, which no picture holds.
std::string make_boundary();

}  // namespace wordbrush::protocol
