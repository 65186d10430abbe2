// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wordbrush::host {

/// How a picture came to be, by IPTC's terms for a digital source (NewsCodes scheme
/// digitalsourcetype); the later ones say more.
enum class SourceTerm {
  None,       ///< nothing of ours is in it
  Enhanced,   ///< algorithmicallyEnhanced: changed by a program that has learned nothing
  Made,       ///< algorithmicMedia: made by such a program
  Composite,  ///< compositeWithTrainedAlgorithmicMedia: a trained model changed a part of it
  Trained,    ///< trainedAlgorithmicMedia: a trained model made all of it
};

/// IPTC's own short name; empty for None.
std::string_view name_of(SourceTerm term);

/// The term's address, which is what files hold; empty for None.
std::string uri_of(SourceTerm term);

/// None for any other name or address than those of above.
SourceTerm term_of_name(std::string_view name);
SourceTerm term_of_uri(std::string_view uri);

/// Of two things that became one picture.
SourceTerm mixed(SourceTerm one, SourceTerm other);

/// Of a picture that shows `ours` and, unless `is_all_ours`, something else.
SourceTerm shown(std::span<const SourceTerm> ours, bool is_all_ours);

/// What a file is to say, by addresses: what it said `before` stays where that says more
/// than `ours`.
std::string tag_for(std::string_view before, SourceTerm ours);

}  // namespace wordbrush::host
