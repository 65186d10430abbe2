// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "host/canvas.h"
#include "pixels/bitmap.h"
#include "protocol/endpoint.h"
#include "protocol/picture_request.h"

namespace wordbrush::edit {

/// Where a request goes.
struct Route {
  protocol::Endpoint endpoint;  ///< with the dialect that is spoken there
  std::string key;              ///< sent to `endpoint` alone; empty: none is sent
  std::string model;
  std::string connection;  ///< the name of the saved one; empty: it was given as an address
  bool is_trained = true;  ///< false: what answers has learned nothing, it is the demo
  bool stream = true;
  protocol::SizeFields size_fields = protocol::SizeFields::Prompt;
};

enum class UploadFormat {
  Auto,  ///< JPEG where every pixel is opaque, else PNG
  Png,
  Jpeg,  ///< transparency on white
};

/// What a picture may weigh: endpoints take 18 to 20 MB of base64 in all.
inline constexpr std::size_t usual_picture_bytes = std::size_t{13} << 20;

struct UploadRules {
  UploadFormat format = UploadFormat::Auto;
  std::size_t max_bytes = usual_picture_bytes;  ///< what weighs more is made smaller
};

/// A picture that is sent along for the model to look at.
struct Reference {
  int layer_id = 0;
  std::shared_ptr<const pixels::Bitmap> picture;  ///< null: the layer's

  friend bool operator==(const Reference&, const Reference&) = default;
};

/// What a new layer is asked for.
struct Request {
  std::string prompt;                 ///< UTF-8, not blank
  std::string further_words;          ///< told after the prompt; empty: nothing
  std::string reference_words;        ///< what the references are; empty: that they are some
  std::string aspect_ratio;           ///< "16:9"; empty: as the model likes
  std::string size;                   ///< "2K"; empty: as the model likes
  int variations = 1;                 ///< 1 to max_variations
  std::vector<Reference> references;  ///< in the order in which they are sent
  UploadRules upload;
  bool keeps_recipe = true;  ///< the layer holds how it was made

  static constexpr int max_variations = 8;
};

/// What happens to the picture that is open.
struct Treatment {
  host::Area area = host::Area::Auto;
  double context = 0;          ///< margin around the area, as a share of its diagonal
  bool overview = false;       ///< send all of the layer along, small, where little of it is sent
  std::string overview_words;  ///< tell the model what the overview is; empty: nothing does
  bool align = false;          ///< register the answer to what was sent
  bool match_colors = false;   ///< bring the answer's colors back to what was sent
  bool only_changes = false;   ///< keep the pixels that the model left alone
  double sensitivity = 0.5;    ///< of only_changes: 0 (only large changes) to 1
  int feather = 0;             ///< pixels, inward
  int spill = 0;               ///< pixels past the selection
};

}  // namespace wordbrush::edit
