// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "edit/spool.h"
#include "edit/spooled.h"
#include "settings/temp_folder.h"

namespace wordbrush::test {

/// A spool in a folder of its own.
class SpoolTest : public testing::Test {
 protected:
  /// The id of a new record that nobody holds any more.
  std::string add(const edit::Spool& spool,
                  const SharedBytes& picture = png(30, 16, {0, 0, 255, 255})) {
    auto hold = spool.add(record_of({picture}));
    EXPECT_TRUE(hold) << hold.error().detail;
    return hold ? hold->id() : "";
  }

  void make_old(const std::string& id, std::chrono::hours age) {
    std::filesystem::last_write_time(path_ / id,
                                     std::filesystem::file_time_type::clock::now() - age);
  }

  TempFolder folder_;
  std::filesystem::path path_ = folder_.path() / "wordbrush" / "spool";
  edit::Spool spool_{path_};
};

}  // namespace wordbrush::test
