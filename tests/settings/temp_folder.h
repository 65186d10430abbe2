// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace wordbrush::test {

/// A folder of its own that goes away with the test.
class TempFolder {
 public:
  TempFolder() {
    auto name = (std::filesystem::temp_directory_path() / "wordbrush-XXXXXX").string();
    path_ = g_mkdtemp(name.data());
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

  std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator(file), {}};
  }

 private:
  std::filesystem::path path_;
};

/// What a damaged file held that another has taken the place of; empty where there is none.
inline std::string put_aside_of(const std::filesystem::path& folder, const std::string& name) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(name + ".damaged-")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    return {std::istreambuf_iterator(file), {}};
  }
  return {};
}

/// The permission bits: 0600.
inline unsigned mode_of(const std::filesystem::path& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

}  // namespace wordbrush::test
