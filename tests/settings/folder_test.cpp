// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/folder.h"

#include <gtest/gtest.h>

#include <set>

#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

using test::mode_of;
using test::TempFolder;

TEST(FolderTest, ReadsBackWhatItWrote) {
  const TempFolder folder;
  const std::string bytes("one\0two\n\xff", 9);
  ASSERT_TRUE(write_file(folder.path() / "file", bytes));
  EXPECT_EQ(read_file(folder.path() / "file"), bytes);
}

TEST(FolderTest, MakesAPrivateFolderAndAPrivateFile) {
  const TempFolder folder;
  const auto file = folder.path() / "made" / "file";
  ASSERT_TRUE(write_file(file, "x"));
  EXPECT_EQ(mode_of(file), 0600U);
  EXPECT_EQ(mode_of(file.parent_path()), 0700U);
}

TEST(FolderTest, TightensAFileThatOthersCouldRead) {
  const TempFolder folder;
  const auto file = folder.write("file", "old");
  using std::filesystem::perms;
  std::filesystem::permissions(file, perms::owner_read | perms::owner_write | perms::others_read);
  ASSERT_TRUE(write_file(file, "new"));
  EXPECT_EQ(mode_of(file), 0600U);
}

TEST(FolderTest, DoesNotWaitForAPipe) {
  const TempFolder folder;
  const auto pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const auto read = read_file(pipe);
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().detail.contains("pipe")) << read.error().detail;
}

TEST(FolderTest, WhatIsPutAsideTwiceIsThereTwice) {
  const TempFolder folder;
  for (const char* bytes : {"one", "two"}) ASSERT_TRUE(put_aside(folder.write("file", bytes)));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "file"));
  std::set<std::string> held;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    held.insert(folder.read(entry.path().filename().string()));
  EXPECT_EQ(held, (std::set<std::string>{"one", "two"}));
}

TEST(FolderTest, LeavesNothingElseBehind) {
  const TempFolder folder;
  ASSERT_TRUE(write_file(folder.path() / "file", "one"));
  ASSERT_TRUE(write_file(folder.path() / "file", "two"));
  const std::filesystem::directory_iterator entries(folder.path());
  EXPECT_EQ(std::distance(begin(entries), end(entries)), 1);
}

TEST(FolderTest, AMissingFileIsEmpty) {
  const TempFolder folder;
  EXPECT_EQ(read_file(folder.path() / "none" / "file"), "");
}

TEST(FolderTest, AFolderInThePlaceOfTheFileIsNamed) {
  const TempFolder folder;
  const auto file = folder.path() / "file";
  std::filesystem::create_directories(file / "full");

  const auto read = read_file(file);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::Settings);
  EXPECT_TRUE(read.error().detail.contains(file.string())) << read.error().detail;

  const auto written = write_file(file, "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::Settings);
  EXPECT_TRUE(written.error().detail.contains(file.string())) << written.error().detail;
}

TEST(FolderTest, AFileInThePlaceOfTheFolderIsNamed) {
  const TempFolder folder;
  folder.write("blocked", "");
  const auto written = write_file(folder.path() / "blocked" / "file", "x");
  ASSERT_FALSE(written);
  EXPECT_TRUE(written.error().detail.contains("blocked")) << written.error().detail;
}

TEST(FolderTest, WhatIsTooLargeIsNeitherReadNorWritten) {
  const TempFolder folder;
  const std::string largest(max_file_bytes, 'x');
  folder.write("largest", largest);
  folder.write("larger", largest + 'x');
  EXPECT_EQ(read_file(folder.path() / "largest"), largest);
  EXPECT_FALSE(read_file(folder.path() / "larger"));
  EXPECT_TRUE(write_file(folder.path() / "file", largest));
  EXPECT_FALSE(write_file(folder.path() / "file", largest + 'x'));
  EXPECT_EQ(std::filesystem::file_size(folder.path() / "file"), max_file_bytes);
}

}  // namespace
}  // namespace wordbrush::settings
