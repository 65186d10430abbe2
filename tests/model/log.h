// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/logged_picture.h"
#include "model/truth.h"

namespace wordbrush::model {

/// What came in one request.
struct LoggedRequest {
  std::string method;
  std::string path;
  std::map<std::string, std::string> headers;  ///< lower-case names; never the key itself
  bool key_is_right = false;  ///< whether it came with the key that the scenario demands
  std::size_t body_bytes = 0;
  std::string body_sha256;
  std::vector<std::string> members;  ///< the body's top-level names, sorted; a form's parts
  std::map<std::string, std::string> fields;  ///< small_members(), or a form's texts
  std::string model;
  std::string prompt;
  bool stream = false;
  std::vector<LoggedPicture> pictures;
  std::optional<LoggedPicture> mask;
  std::optional<Truth> truth;  ///< of a picture that was edited
  int status = 0;              ///< of the answer; 0 while there is none
  bool client_left = false;    ///< the client hung up before an answer (reply=hang)
};

/// A header that holds a key as it may be logged: "Bearer (12 characters)".
std::string redacted(std::string_view authorization);

/// A JSON array of all requests; pictures as mime, bytes, width, height and sha256,
/// the truth's area as [x, y, width, height], its transform as [xx, xy, x0, yx, yy, y0].
std::string to_json(const std::vector<LoggedRequest>& requests);

/// The top-level names of a JSON object, sorted; none where `body` is no object.
std::vector<std::string> member_names(std::string_view body);

/// The top-level members of a JSON object as JSON, without those that hold the
/// conversation.
std::map<std::string, std::string> small_members(std::string_view body);

}  // namespace wordbrush::model
