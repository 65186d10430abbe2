// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/rect.h"
#include "edit/options.h"
#include "edit/recipe.h"
#include "host/canvas.h"
#include "precision/padding.h"

namespace wordbrush::edit {

/// How an edit's picture was framed, as far as bringing an answer back needs it.
struct SpooledFrame {
  Rect frame;            ///< canvas pixels that were sent
  int upload_width = 0;  ///< pixels
  int upload_height = 0;
  precision::Padding padding;  ///< canvas pixels
  Treatment treatment;         ///< of its area and overview nothing is kept
};

/// A paid answer, and all that is needed to bring it to its place later on. Holds no
/// key, and of the endpoint's address the host alone.
struct SpoolRecord {
  std::int64_t time = 0;  ///< seconds since 1970, UTC
  std::string prompt;     ///< the user's own words
  std::string model;      ///< as asked for
  std::string host;
  std::string text;  ///< what the model said
  std::string layer_name;
  host::Source source;                ///< as it was when the request left; its ids are hints
  std::optional<SpooledFrame> frame;  ///< none: made from words alone
  std::vector<SharedBytes> pictures;  ///< encoded as they came; the last is the result
  std::optional<Recipe> recipe;       ///< without what was selected; none: it is not known
  bool is_trained = true;             ///< what answered; see Route
  SharedBytes sent;                   ///< the frame, encoded as it left; null: it is not kept
};

/// The record but for its pictures and the values of its selection.
SpoolRecord without_pixels(SpoolRecord record);

/// The files beside a record's description.
struct SpooledFiles {
  std::vector<std::string> pictures;  ///< their names
  std::string sent;                   ///< the frame's; empty: there is none
  bool has_selection = false;
};

/// The record but for its pictures and the values of its selection, as JSON.
std::string to_json(const SpoolRecord& record, const SpooledFiles& files);

/// What to_json() wrote.
struct SpooledDescription {
  SpoolRecord record;  ///< without pictures and selection
  SpooledFiles files;
};

/// Nothing where `json` is no such text, is of another version, or says what cannot
/// be: it may be damaged.
std::optional<SpooledDescription> read_description(std::string_view json);

}  // namespace wordbrush::edit
