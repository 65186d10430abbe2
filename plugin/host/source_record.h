// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "host/source_term.h"

namespace wordbrush::host {

/// A layer that holds pixels of ours.
struct OwnLayer {
  SourceTerm term = SourceTerm::None;
  int group = 0;         ///< the id of the group that it was in last; 0: none
  bool is_gone = false;  ///< it was not there at the last look, and has left its heirs

  friend bool operator==(const OwnLayer&, const OwnLayer&) = default;
};

/// What is known of an image since the last look at it. GIMP keeps it with the image, also in
/// its file.
struct SourceRecord {
  std::string session;          ///< the run of GIMP in which the ids hold
  int image_id = 0;             ///< of the image that was looked at; a copy has another one
  int last_id = 0;              ///< no layer that was there has a higher one
  int last_tattoo = 0;          ///< the same of its tattoos
  std::string before;           ///< what the metadata said without us
  std::string written;          ///< what we made it say last
  std::map<int, OwnLayer> own;  ///< by id

  friend bool operator==(const SourceRecord&, const SourceRecord&) = default;
};

std::string to_text(const SourceRecord& record);

/// What can be read of it; damaged text gives less.
SourceRecord read_source_record(std::string_view text);

}  // namespace wordbrush::host
