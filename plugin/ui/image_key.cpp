// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/image_key.h"

namespace wordbrush::ui {

bool is_of_image(const host::Source& source, const ImageKey& image) {
  return !image.session.empty() && source.session == image.session && source.image_id == image.id;
}

bool is_of_file(const host::Source& source, const ImageKey& image) {
  return !image.file.empty() && source.image_file == image.file;
}

bool belongs_to(const edit::Take& take, const ImageKey& image) {
  const host::Source& source = take.record->source;
  return is_of_file(source, image) || is_of_image(source, image) ||
         (take.is_of_this_session && source.image_id == image.id);
}

}  // namespace wordbrush::ui
