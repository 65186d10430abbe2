// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "edit/progress.h"

namespace wordbrush::procedures {

/// The progress bar of the image's window, or of whatever called the procedure.
class GimpProgress {
 public:
  GimpProgress() = default;
  GimpProgress(const GimpProgress&) = delete;
  GimpProgress& operator=(const GimpProgress&) = delete;
  ~GimpProgress();

  void show(const edit::Progress& progress);

 private:
  std::string text_;
};

}  // namespace wordbrush::procedures
