// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/source_term.h"

#include <algorithm>
#include <array>

namespace wordbrush::host {

namespace {

// https://cv.iptc.org/newscodes/digitalsourcetype/
constexpr std::string_view source_scheme = "http://cv.iptc.org/newscodes/digitalsourcetype/";
constexpr std::array<std::string_view, 5> source_names = {
    "", "algorithmicallyEnhanced", "algorithmicMedia", "compositeWithTrainedAlgorithmicMedia",
    "trainedAlgorithmicMedia"};

bool is_of_model(SourceTerm term) {
  return term == SourceTerm::Composite || term == SourceTerm::Trained;
}

/// The term for something that is not all of what is seen.
SourceTerm in_part(SourceTerm term) {
  if (term == SourceTerm::None) return term;
  return is_of_model(term) ? SourceTerm::Composite : SourceTerm::Enhanced;
}

}  // namespace

std::string_view name_of(SourceTerm term) {
  return source_names[static_cast<std::size_t>(term)];
}

std::string uri_of(SourceTerm term) {
  if (term == SourceTerm::None) return {};
  return std::string(source_scheme) + std::string(name_of(term));
}

SourceTerm term_of_name(std::string_view name) {
  const auto* const found = std::ranges::find(source_names, name);
  if (found == source_names.end()) return SourceTerm::None;
  return static_cast<SourceTerm>(found - source_names.begin());
}

SourceTerm term_of_uri(std::string_view uri) {
  if (!uri.starts_with(source_scheme)) return SourceTerm::None;
  return term_of_name(uri.substr(source_scheme.size()));
}

SourceTerm mixed(SourceTerm one, SourceTerm other) {
  return one == other ? one : in_part(std::max(one, other));
}

SourceTerm shown(std::span<const SourceTerm> ours, bool is_all_ours) {
  if (ours.empty()) return SourceTerm::None;
  SourceTerm all = ours.front();
  for (const SourceTerm term : ours) all = mixed(all, term);
  return is_all_ours ? all : in_part(all);
}

std::string tag_for(std::string_view before, SourceTerm ours) {
  const SourceTerm known = term_of_uri(before);
  // What a model made entirely is that still when a model has changed it.
  const bool says_more = is_of_model(known) && known >= in_part(ours);
  return ours == SourceTerm::None || says_more ? std::string(before) : uri_of(ours);
}

}  // namespace wordbrush::host
