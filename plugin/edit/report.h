// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/rect.h"
#include "precision/bring_back.h"
#include "protocol/reply.h"

namespace wordbrush::edit {

/// How long each stage took, in milliseconds. Stages of several requests that ran
/// side by side: from the first one's start to the last one's end.
struct StageTimes {
  double read = 0;     ///< pixels from GIMP
  double encode = 0;   ///< to PNG or JPEG
  double send = 0;     ///< until the last byte of the request left
  double wait = 0;     ///< until the first byte of the answer
  double receive = 0;  ///< until its last byte, base64 decoded
  double decode = 0;   ///< from PNG, JPEG or WebP
  double fit = 0;      ///< brought back onto the frame
  double insert = 0;   ///< into the image
  double total = 0;
};

struct SentPicture {
  std::string mime_type;
  int width = 0;
  int height = 0;
  std::size_t bytes = 0;
};

/// What one answer held and what was done with it; of one that is of no use, what is known.
struct AnswerReport {
  std::string model;          ///< as the endpoint names it
  std::string finish_reason;  ///< as sent
  protocol::Usage usage;
  int pictures = 0;
  int width = 0;  ///< of the picture that was used
  int height = 0;
  precision::BringBackReport fit;
};

/// Something the user should know although all went well.
struct Warning {
  std::string name;      ///< for scripts: "image_indexed"
  std::string sentence;  ///< translated
};

/// How the frame was sent, and what limits the result.
struct FrameReport {
  precision::Padding padding;  ///< canvas pixels
  double scale = 1;            ///< sent pixels per canvas pixel
  bool overview = false;       ///< whether an overview was sent along
  int feather = 0;             ///< pixels, inward
  int spill = 0;               ///< pixels past the selection
};

/// Where the layers went.
struct PlaceReport {
  Rect rect;              ///< of the last one, in canvas pixels as they are now
  bool followed = false;  ///< what was edited had moved, and so it is not the target's
  bool is_sure = true;    ///< see Whereabouts
};

struct Report {
  std::string host;
  std::string model;                ///< as asked for
  std::string prompt;               ///< as sent, but for what it says of the ratio and the size
  Rect frame;                       ///< canvas pixels that were sent
  Rect target;                      ///< canvas pixels that may change
  std::optional<FrameReport> plan;  ///< none: made from words alone
  std::vector<SentPicture> sent;
  int requests = 0;  ///< sent, those that were sent again among them
  std::uint64_t bytes_sent = 0;
  std::uint64_t bytes_received = 0;
  std::vector<AnswerReport> answers;
  std::optional<PlaceReport> place;  ///< none where nothing was edited, or in a new image
  StageTimes times;
  std::vector<Warning> warnings;
};

/// For the procedures' return value `report`. Holds no key and no pixels.
std::string to_json(const Report& report);

}  // namespace wordbrush::edit
