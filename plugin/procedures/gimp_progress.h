// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "edit/progress.h"

namespace wordbrush::procedures {

/// The progress bar of the image's window, or of whatever called the procedure. GIMP ends it
/// with the procedure; asked to do so earlier, it would first render what was inserted.
class GimpProgress {
 public:
  void show(const edit::Progress& progress);

 private:
  std::string text_;
};

}  // namespace wordbrush::procedures
