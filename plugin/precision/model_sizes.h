// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace wordbrush::precision {

/// A picture size that a model gives.
struct ModelSize {
  std::string_view ratio;  ///< the name to ask for it by: "16:9"
  std::string_view tier;   ///< "512", "1K", "2K" or "4K"; empty where the model has one tier
  int width = 0;  ///< of the picture, in pixels; not exactly of the ratio that the name says
  int height = 0;

  friend bool operator==(const ModelSize&, const ModelSize&) = default;
};

/// The sizes that `model` documents, each ratio from its smallest tier to its
/// largest; none where they are not known. A provider before the name, a variant
/// after it and upper case change nothing: "google/gemini-3-pro-image-preview".
///
/// What the makers print, and replies differ from it: measure the picture that
/// came back, and use these only to choose what to send.
std::span<const ModelSize> sizes_of(std::string_view model);

}  // namespace wordbrush::precision
