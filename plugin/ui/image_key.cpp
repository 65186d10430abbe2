// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/image_key.h"

namespace wordbrush::ui {

bool is_made_of(const edit::SpoolRecord& record, const ImageKey& image) {
  const host::Source& source = record.source;
  if (!image.file.empty() && source.image_file == image.file) return true;
  return !image.session.empty() && source.session == image.session && source.image_id == image.id;
}

bool is_left_to(const edit::SpoolRecord& record, const ImageKey& image) {
  const host::Source& source = record.source;
  if (!source.image_file.empty() || image.session.empty() || source.session == image.session)
    return false;
  if (image.id == 0) return true;
  return !image.file.empty() && image.written >= record.time &&
         source.canvas_width == image.width && source.canvas_height == image.height;
}

bool is_made_of(const edit::Take& take, const ImageKey& image) {
  return is_made_of(*take.record, image) ||
         (take.is_of_this_session && take.record->source.image_id == image.id);
}

bool belongs_to(const edit::Take& take, const ImageKey& image) {
  return is_made_of(take, image) || (!take.is_of_this_session && is_left_to(*take.record, image));
}

}  // namespace wordbrush::ui
