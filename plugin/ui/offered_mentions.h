// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pixels/bitmap.h"
#include "ui/mention_model.h"
#include "ui/reference_list.h"
#include "ui/reference_menu.h"

namespace wordbrush::ui {

/// What choosing a layer after an @ needs of others.
struct LayerMentions {
  /// Adds the layer to the references; nothing where no more can be added.
  std::function<void(Reference)> add;
  /// As they are then.
  std::function<const ReferenceList&()> references;
  /// Of a layer; may be null. Called once the layer is seen in the list.
  std::function<std::shared_ptr<const pixels::Bitmap>(int layer_id)> thumbnail;
};

/// What an @ in the prompt offers: the references, as the model counts them from
/// `first_number` on, and then the layers of `images` that are none yet. The first image is
/// the one that is worked on; the layers of the others are told apart by their image's name.
std::vector<Mention> offered_mentions(const ReferenceList& references, int first_number,
                                      const std::vector<OfferedImage>& images,
                                      const LayerMentions& layers);

/// "image 2": how the prompt names a picture. For the model, and so not translated.
std::string mention_of(int number);

}  // namespace wordbrush::ui
