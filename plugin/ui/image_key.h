// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "edit/take.h"
#include "host/canvas.h"

namespace wordbrush::ui {

/// Which image results belong to.
struct ImageKey {
  int id = 0;           ///< GIMP's, in this session
  std::string file;     ///< its URI; empty: it has none
  std::string session;  ///< of GIMP; empty: not known

  friend bool operator==(const ImageKey&, const ImageKey&) = default;
};

/// Whether it was made of that very image since GIMP started.
bool is_of_image(const host::Source& source, const ImageKey& image);

bool is_of_file(const host::Source& source, const ImageKey& image);

bool belongs_to(const edit::Take& take, const ImageKey& image);

}  // namespace wordbrush::ui
