// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "edit/spool_record.h"
#include "edit/take.h"

namespace wordbrush::ui {

/// Which image results belong to.
struct ImageKey {
  int id = 0;                ///< GIMP's, in this session; 0: no image
  std::string file;          ///< its URI; empty: it has none
  std::string session;       ///< of GIMP; empty: not known
  int width = 0;             ///< of the canvas, pixels
  int height = 0;            ///< of the canvas, pixels
  std::int64_t written = 0;  ///< when the file was, seconds since 1970; 0: not known

  friend bool operator==(const ImageKey&, const ImageKey&) = default;
};

/// Whether the record was made of that very image since GIMP started, or of its file.
bool is_made_of(const edit::SpoolRecord& record, const ImageKey& image);

/// Whether the record was made of an image that had no file, in another run of GIMP, and
/// may be wanted here: GIMP may have ended before anybody saw what that image was saved
/// as. That is here where no image is open, and where one is of that size and was written
/// since.
bool is_left_to(const edit::SpoolRecord& record, const ImageKey& image);

/// Whether the take was made of that image, as far as that is known.
bool is_made_of(const edit::Take& take, const ImageKey& image);

/// Whether the take is shown with that image.
bool belongs_to(const edit::Take& take, const ImageKey& image);

}  // namespace wordbrush::ui
