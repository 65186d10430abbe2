// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include <gtest/gtest.h>

#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

class PreferencesTest : public testing::Test {
 protected:
  Preferences load_after(const std::string& lines) const {
    folder_.write("window.ini", "[window]\n" + lines);
    return store_.load();
  }

  test::TempFolder folder_;
  PreferenceStore store_{folder_.path()};
};

TEST_F(PreferencesTest, StartWithTheirDefaults) {
  EXPECT_EQ(store_.load(), Preferences());
  EXPECT_EQ(store_.load().results_mib, 1024);
  ASSERT_TRUE(store_.update([](Preferences&) {}));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "window.ini")) << "nothing changed";
}

TEST_F(PreferencesTest, AreKept) {
  const Preferences set{.width = 1024,
                        .height = 600,
                        .column_width = 300,
                        .apply_first = true,
                        .adds_clause = false,
                        .keeps_recipes = false,
                        .results_mib = 0,
                        .connection = "My; server [1]",
                        .model = "m",
                        .clause = "Keep\nthe rest.",
                        .known_hosts = {"a.example", "b.example:8443"}};
  ASSERT_TRUE(store_.update([&](Preferences& saved) { saved = set; }));
  EXPECT_EQ(PreferenceStore(folder_.path()).load(), set);
  EXPECT_EQ(test::mode_of(folder_.path() / "window.ini"), 0600U);
}

TEST_F(PreferencesTest, GoBackToTheirDefaults) {
  ASSERT_TRUE(store_.update([](Preferences& saved) {
    saved.clause = "";
    saved.width = 500;
  }));
  EXPECT_EQ(store_.load().clause, "") << "a clause that says nothing is one";
  ASSERT_TRUE(store_.update([](Preferences& saved) { saved = {}; }));
  EXPECT_EQ(store_.load(), Preferences());
}

TEST_F(PreferencesTest, DamagedValuesFallBackOneByOne) {
  const auto loaded = load_after(
      "width=wide\nheight=5\ncolumn_width=99999999999\napply_first=perhaps\n"
      "adds_clause=false\nresults_mib=-1\nconnection=a\\nb\nmodel=m\nclause=\\q\n");
  EXPECT_EQ(loaded, (Preferences{.adds_clause = false, .model = "m"}));
}

TEST_F(PreferencesTest, ADamagedFileIsReplaced) {
  folder_.write("window.ini", "\x01 no key file");
  EXPECT_EQ(store_.load(), Preferences());
  ASSERT_TRUE(store_.update([](Preferences& saved) { saved.width = 700; }));
  EXPECT_EQ(store_.load(), Preferences{.width = 700});
  EXPECT_EQ(test::put_aside_of(folder_.path(), "window.ini"), "\x01 no key file");
}

TEST_F(PreferencesTest, ADamagedFileStaysWhereNothingIsWritten) {
  folder_.write("window.ini", "\x01 no key file");
  ASSERT_TRUE(store_.update([](Preferences&) {}));
  EXPECT_EQ(folder_.read("window.ini"), "\x01 no key file");
}

TEST_F(PreferencesTest, WhatANewerVersionSavedStays) {
  load_after("height=huge\nzoom=2\n[later]\na=1\n");
  ASSERT_TRUE(store_.update([](Preferences& saved) { saved.width = 700; }));
  const auto text = folder_.read("window.ini");
  for (const char* line : {"height=huge\n", "zoom=2\n", "[later]\n", "a=1\n", "width=700\n"})
    EXPECT_TRUE(text.contains(line)) << line;
}

TEST_F(PreferencesTest, TwoProcessesLoseNothingOfEachOther) {
  PreferenceStore other(folder_.path());
  ASSERT_TRUE(store_.update([](Preferences& saved) { remember_host(saved, "a.example"); }));
  ASSERT_TRUE(other.update([](Preferences& saved) { remember_host(saved, "b.example"); }));
  EXPECT_EQ(store_.load().known_hosts, (std::vector<std::string>{"a.example", "b.example"}));
}

TEST_F(PreferencesTest, ASizeThatCannotBeIsBroughtIntoItsRange) {
  ASSERT_TRUE(store_.update([](Preferences& saved) { saved.width = 1; }));
  EXPECT_EQ(store_.load().width, 400);
}

TEST(KnownHostsTest, HaveNoCaseAndComeOnce) {
  Preferences preferences;
  EXPECT_FALSE(knows_host(preferences, "a.example"));
  remember_host(preferences, "A.example");
  remember_host(preferences, "a.EXAMPLE");
  EXPECT_TRUE(knows_host(preferences, "a.example"));
  EXPECT_EQ(preferences.known_hosts.size(), 1U);
  EXPECT_FALSE(knows_host(preferences, "a.example:8443"));
}

}  // namespace
}  // namespace wordbrush::settings
