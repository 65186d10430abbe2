// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace wordbrush::protocol {

/// The `size` of OpenAI's Images API (protocol.md, 7.1) for a ratio ("16:9") and a
/// size ("2K", or "1024x768" as it is): the model's nearest one. Empty where neither
/// is asked for, "auto" where they cannot be understood or say too little.
std::string nearest_image_size(std::string_view model, std::string_view aspect_ratio,
                               std::string_view size);

}  // namespace wordbrush::protocol
