// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/progress_view.h"
namespace wordbrush::procedures {
std::unique_ptr<ProgressView> make_progress_window(const char*, std::function<void()>) {
  return make_gimp_progress();
}
}  // namespace wordbrush::procedures
