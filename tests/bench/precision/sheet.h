// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/precision/run.h"

namespace wordbrush::bench {

/// Pages of pictures that a person can judge at a glance: for each case a row of the
/// original, the reply, each baseline, ours, and eight times what ours changed.
class ContactSheet {
 public:
  /// Pages go to `folder`/precision-1.png and on; what is there of that name goes.
  explicit ContactSheet(std::filesystem::path folder);

  void add(const Run& run, const Pictures& pictures);
  /// Writes what is left; how many pages there are, or -1 where one could not be written.
  int finish();

 private:
  void write_page();

  std::filesystem::path folder_;
  std::vector<pixels::Bitmap> rows_;
  int pages_ = 0;
  bool failed_ = false;
};

}  // namespace wordbrush::bench
