// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include <string>
#include <vector>

#include "protocol/answer.h"

namespace wordbrush::protocol {

/// What one part of a message holds.
struct Part {
  std::string words;
  std::string reasoning;
  std::vector<PictureSource> pictures;
};

/// Reads a part of a list of parts, in all spellings of protocol.md, 2.3 (P1 to
/// P6) and 6. Drafts of a model that thinks aloud are left out.
Part read_part(JsonNode* part);
Part read_part(JsonObject* part);

}  // namespace wordbrush::protocol
