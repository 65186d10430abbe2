// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preset_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "settings/preset_named.h"
#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

using test::preset_named;
using test::TempFolder;

std::string file_of(const std::string& presets) {
  return R"({"format": "wordbrush-presets", "version": 1, "presets": )" + presets + "}";
}

TEST(PresetFileTest, SurvivesARoundTrip) {
  const std::vector presets{preset_named("Night", "Make it night.\n{prompt}"),
                            preset_named("雪 \xf0\x9f\x8e\xa8", "\"quoted\" \\ \t </script>"),
                            preset_named("لوحة", "ارسم")};
  const TempFolder folder;
  const auto file = folder.path() / "shared.json";
  ASSERT_TRUE(export_presets(file, presets));
  EXPECT_EQ(import_presets(file), presets);
}

TEST(PresetFileTest, OfTheMostAndLongestPresetsIsReadAgain) {
  std::vector<Preset> presets;
  for (std::size_t i = 0; i < max_presets; ++i)
    presets.push_back(
        preset_named(std::to_string(i), "a" + std::string(max_preset_bytes - 2, '\n') + "b"));
  EXPECT_EQ(from_preset_file(to_preset_file(presets)), presets);
}

TEST(PresetFileTest, TellsNothingOfTheStore) {
  const auto text = to_preset_file(built_in_presets());
  EXPECT_FALSE(text.contains("built-in:")) << text;
}

TEST(PresetFileTest, LeavesOutWhatItDoesNotKnow) {
  EXPECT_EQ(from_preset_file(R"({"author": {"a": []}, "version": 1, "format": "wordbrush-presets",
                                 "presets": [{"name": " a ", "text": "t\r\nu", "icon": 3}]})"),
            std::vector{preset_named("a", "t\nu")});
  EXPECT_EQ(from_preset_file(file_of("[]")), std::vector<Preset>{});
}

TEST(PresetFileTest, OfTwoOfOneNameTakesTheLast) {
  EXPECT_EQ(from_preset_file(file_of(R"([{"name": "Été", "text": "1"}, {"name": "b", "text": "2"},
                                         {"name": "ÉTÉ", "text": "3"}])")),
            (std::vector{preset_named("ÉTÉ", "3"), preset_named("b", "2")}));
}

TEST(PresetFileTest, SaysWhichPresetCannotBeUsed) {
  const auto read =
      from_preset_file(file_of(R"([{"name": "a", "text": "t"}, {"name": "b", "text": ""}])"));
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().detail.contains("Preset 2")) << read.error().detail;
}

TEST(PresetFileTest, OfANewerVersionSaysSo) {
  const auto read =
      from_preset_file(R"({"format": "wordbrush-presets", "version": 2, "presets": []})");
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().detail.contains("newer")) << read.error().detail;
}

class HostilePresetFileTest : public testing::TestWithParam<std::string> {};

TEST_P(HostilePresetFileTest, IsAnInputErrorInWords) {
  const auto read = from_preset_file(GetParam());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::Input);
  EXPECT_FALSE(read.error().detail.empty());
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    Files, HostilePresetFileTest,
    testing::Values(
        "", " ", "null", "[]", "7", "{}", "{", "\x89PNG\r\n\x1a\n", std::string(64, '\0'),
        R"({"format": "other", "version": 1, "presets": []})",
        R"({"format": ["wordbrush-presets"], "version": 1, "presets": []})",
        R"({"format": "wordbrush-presets", "presets": []})",
        R"({"format": "wordbrush-presets", "version": 0, "presets": []})",
        R"({"format": "wordbrush-presets", "version": -1, "presets": []})",
        R"({"format": "wordbrush-presets", "version": "1", "presets": []})",
        R"({"format": "wordbrush-presets", "version": 1})", file_of("{}"), file_of("null"),
        file_of("[null]"), file_of("[[]]"), file_of(R"(["a"])"), file_of("[{}]"),
        file_of(R"([{"name": "a"}])"), file_of(R"([{"name": 1, "text": "t"}])"),
        file_of(R"([{"name": "a", "text": null}])"), file_of(R"([{"name": "a\nb", "text": "t"}])"),
        file_of(R"([{"name": "a", "text": "\u0000"}])"),
        file_of(R"([{"name": "a", "text": "\u001b[2J"}])"),
        file_of("[{\"name\": \"a\xff\", \"text\": \"t\"}]"),
        file_of(R"([{"name": "a", "text": ")" + std::string(max_preset_bytes + 1, 't') + "\"}]"),
        file_of("[" + repeated(R"({"name": "a", "text": "t"},)", max_presets) +
                R"({"name": "a", "text": "t"}])"),
        file_of(repeated("[", 100000)), repeated("{\"a\":", 100000),
        file_of("[]" + std::string(max_preset_file_bytes, ' '))));

TEST(PresetFileTest, ThatIsNoFileIsRefusedUnread) {
  const TempFolder folder;
  EXPECT_FALSE(import_presets(folder.path()));
  EXPECT_FALSE(import_presets(folder.path() / "none"));
  const auto pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_FALSE(import_presets(pipe));
}

TEST(PresetFileTest, ThatCannotBeWrittenSaysWhy) {
  const TempFolder folder;
  const auto exported = export_presets(folder.path() / "none" / "x.json", {});
  ASSERT_FALSE(exported);
  EXPECT_EQ(exported.error().kind, ErrorKind::Settings);
  EXPECT_FALSE(exported.error().detail.empty());
}

}  // namespace
}  // namespace wordbrush::settings
