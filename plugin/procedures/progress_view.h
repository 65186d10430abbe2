// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <functional>
#include <memory>
#include <string_view>

#include "edit/job.h"

namespace wordbrush::procedures {

/// Where people see how far a job has come.
class ProgressView {
 public:
  virtual ~ProgressView() = default;
  virtual void show(const edit::Progress& progress) = 0;
  virtual void show_words(std::string_view words) = 0;
};

/// The progress bar of the image's window, or of whatever called the procedure.
std::unique_ptr<ProgressView> make_gimp_progress();

/// A window of our own, whose Cancel button calls `on_cancel` and ends nothing by
/// itself. GIMP's own Cancel would kill the process, and the answer with it.
std::unique_ptr<ProgressView> make_progress_window(const char* title,
                                                   std::function<void()> on_cancel);

}  // namespace wordbrush::procedures
