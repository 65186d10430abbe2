// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <deque>
#include <optional>
#include <string>

#include "host/source_term.h"

namespace wordbrush::host {

/// A layer of an image, be it a group or in one. What needs a question to GIMP is asked only
/// once, and only when it is wanted.
struct SeenLayer {
  GimpLayer* layer;
  int id;
  const SeenLayer* group;  ///< null: it is in none
  bool is_group;
  mutable std::optional<bool> is_shown;  ///< whether it and its groups are; none: not asked yet
};

/// All of them, groups before what is in them; libgimp owns the layers.
class SeenLayers {
 public:
  explicit SeenLayers(GimpImage* image);
  SeenLayers(const SeenLayers&) = delete;
  SeenLayers& operator=(const SeenLayers&) = delete;

  const std::deque<SeenLayer>& all() const { return all_; }
  const SeenLayer* find(int id) const;
  int highest_id() const { return highest_id_; }

 private:
  void add(GimpItem** owned, const SeenLayer* group);

  std::deque<SeenLayer> all_;  // each knows its group by its address
  int highest_id_ = 0;
};

/// Whether something of it can be seen: it is visible and not wholly transparent, and so are
/// the groups that it is in.
bool is_shown(const SeenLayer& layer);

/// What a layer is marked as; None where it bears no mark of ours.
SourceTerm mark_of(GimpLayer* layer);

/// Marks a layer, be it in an image already or not yet.
void mark_layer(GimpLayer* layer, SourceTerm term);

/// How it was made, in words of our own; the text stays with the layer, also in a GIMP file.
void attach_recipe(GimpLayer* layer, const std::string& recipe);

}  // namespace wordbrush::host
