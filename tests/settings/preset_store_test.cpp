// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preset_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "settings/at_once.h"
#include "settings/preset_named.h"
#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

using test::mode_of;
using test::preset_named;
using test::TempFolder;

const std::string presets_file = "presets.ini";
const std::size_t built_in_count = built_in_presets().size();

class PresetStoreTest : public testing::Test {
 protected:
  std::vector<Preset> all() const { return PresetStore(folder_.path()).load().value(); }

  /// The names of the user's own.
  std::vector<std::string> own() const {
    std::vector<std::string> names;
    for (const auto& preset : all())
      if (!preset.is_built_in) names.push_back(preset.name);
    return names;
  }

  std::string text_of(const std::string& name) const {
    const auto presets = all();
    const auto found = std::ranges::find(presets, name, &Preset::name);
    return found == presets.end() ? "" : found->text;
  }

  TempFolder folder_;
  PresetStore store_{folder_.path()};
};

using Names = std::vector<std::string>;

TEST_F(PresetStoreTest, HoldsTheBuiltInOnesFromTheStart) {
  EXPECT_EQ(store_.load(), built_in_presets());
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / presets_file));
}

TEST_F(PresetStoreTest, KeepsTheUsersOwnInTheirOrderBehindThem) {
  ASSERT_TRUE(store_.save(preset_named("b", "two\nlines of \\ and ; and \"")));
  ASSERT_TRUE(store_.save(preset_named("a", "  {prompt}\n\n\tend ")));
  EXPECT_EQ(own(), (Names{"b", "a"}));
  EXPECT_EQ(text_of("b"), "two\nlines of \\ and ; and \"");
  EXPECT_EQ(text_of("a"), "{prompt}\n\n\tend");
  EXPECT_EQ(all().size(), built_in_count + 2);
}

TEST_F(PresetStoreTest, WritesForItsOwnerOnly) {
  PresetStore below(folder_.path() / "wordbrush");
  ASSERT_TRUE(below.save(preset_named("a")));
  EXPECT_EQ(mode_of(folder_.path() / "wordbrush"), 0700U);
  EXPECT_EQ(mode_of(folder_.path() / "wordbrush" / presets_file), 0600U);
}

TEST_F(PresetStoreTest, RenamesTheOneOfThatId) {
  const auto id = store_.save(preset_named("a"));
  ASSERT_TRUE(store_.save(preset_named("b")));
  EXPECT_EQ(store_.save({.id = *id, .name = "c", .text = "other"}), *id);
  EXPECT_EQ(own(), (Names{"c", "b"}));
  EXPECT_EQ(text_of("c"), "other");
}

TEST_F(PresetStoreTest, RefusesANameThatIsTakenInAnyCase) {
  ASSERT_TRUE(store_.save(preset_named("Nächte")));
  const auto saved = store_.save(preset_named("NÄCHTE"));
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().kind, ErrorKind::Input);
  EXPECT_FALSE(store_.save(preset_named(built_in_presets().front().name)));
  EXPECT_EQ(own(), Names{"Nächte"});
}

TEST_F(PresetStoreTest, RefusesWhatIsNoPreset) {
  EXPECT_FALSE(store_.save(preset_named("")));
  EXPECT_FALSE(store_.save(preset_named("a", "")));
  EXPECT_FALSE(store_.save({.id = "preset 9", .name = "a", .text = "t"}));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "presets.ini"));
}

TEST_F(PresetStoreTest, TwoAtOnceLoseNothingOfEachOther) {
  test::write_at_once([this](const std::string& name) {
    EXPECT_TRUE(PresetStore(folder_.path()).save(preset_named(name)));
  });
  EXPECT_EQ(own().size(), test::names_at_once);
}

TEST_F(PresetStoreTest, RemovesOneAndLeavesTheOthers) {
  const auto id = store_.save(preset_named("a"));
  ASSERT_TRUE(store_.save(preset_named("b")));
  ASSERT_TRUE(store_.remove(*id));
  EXPECT_EQ(own(), Names{"b"});
  ASSERT_TRUE(store_.save(preset_named("c")));
  EXPECT_EQ(own().size(), 2U) << "a freed group must not take another's place";
  EXPECT_FALSE(store_.remove("preset 99"));
}

TEST_F(PresetStoreTest, ChangesHidesAndRestoresABuiltInOne) {
  auto changed = built_in_presets().front();
  changed.name = "Mine";
  changed.text = "my words";
  EXPECT_EQ(store_.save(changed), changed.id);
  EXPECT_EQ(all().front(), changed);

  ASSERT_TRUE(store_.remove(changed.id));
  EXPECT_TRUE(all().front().is_hidden);
  EXPECT_EQ(all().front().text, "my words");

  ASSERT_TRUE(store_.save(changed));
  EXPECT_FALSE(all().front().is_hidden);

  ASSERT_TRUE(store_.restore_built_ins());
  EXPECT_EQ(all(), built_in_presets());
}

TEST_F(PresetStoreTest, HidesABuiltInOneAsItIs) {
  ASSERT_TRUE(store_.remove(built_in_presets()[1].id));
  auto expected = built_in_presets();
  expected[1].is_hidden = true;
  EXPECT_EQ(all(), expected);
  EXPECT_TRUE(store_.save(preset_named(expected[1].name))) << "its name is free";
  EXPECT_FALSE(store_.restore_built_ins()) << "and then taken";
}

TEST_F(PresetStoreTest, LeavesWhatANewerVersionSaved) {
  folder_.write(presets_file,
                "# mine\n[general]\nsort=name\n\n[preset 4]\nname=a\ntext=t\nicon=sun\n\n"
                "[preset 5]\nbuilt_in=built-in:later\nhidden=true\n\n"
                "[preset 6]\nbuilt_in=built-in:later\nname=b\ntext=t\n");
  EXPECT_EQ(own(), (Names{"a", "b"}));
  ASSERT_TRUE(store_.save(preset_named("c")));
  ASSERT_TRUE(store_.remove("preset 6"));
  const auto text = folder_.read(presets_file);
  for (const auto* kept : {"# mine", "sort=name", "icon=sun", "hidden=true"})
    EXPECT_TRUE(text.contains(kept)) << kept << " is gone from:\n" << text;
}

TEST_F(PresetStoreTest, MergesByNameAndCounts) {
  ASSERT_TRUE(store_.save(preset_named("Night", "old")));
  ASSERT_TRUE(store_.save(preset_named("Same", "as it was")));
  const auto merged = store_.merge({preset_named("NIGHT", "new"), preset_named("Same", "as it was"),
                                    preset_named("雪", "make it snow"),
                                    preset_named(built_in_presets()[2].name, "changed")});
  EXPECT_EQ(merged, (PresetMerge{.added = 1, .replaced = 2, .same = 1}));
  EXPECT_EQ(own(), (Names{"NIGHT", "Same", "雪"}));
  EXPECT_EQ(text_of("NIGHT"), "new");
  EXPECT_EQ(all()[2].text, "changed");
  EXPECT_TRUE(all()[2].is_built_in);
}

TEST_F(PresetStoreTest, MergesAllOrNothing) {
  EXPECT_FALSE(store_.merge({preset_named("good"), preset_named("bad", "")}));
  std::vector<Preset> many;
  for (std::size_t i = 0; i < max_presets; ++i) many.push_back(preset_named(std::to_string(i)));
  EXPECT_FALSE(store_.merge(many)) << "the built-in ones count";
  EXPECT_EQ(all(), built_in_presets());
}

TEST_F(PresetStoreTest, TakesSoManyAndNoMore) {
  std::vector<Preset> many;
  for (std::size_t i = built_in_count; i < max_presets; ++i)
    many.push_back(preset_named(std::to_string(i), std::string(max_preset_bytes, 't')));
  ASSERT_TRUE(store_.merge(many));
  EXPECT_EQ(all().size(), max_presets);
  EXPECT_FALSE(store_.save(preset_named("one more")));
}

class DamagedPresetsTest : public testing::TestWithParam<std::string> {};

TEST_P(DamagedPresetsTest, AreNamedAndNeverWrittenOver) {
  const TempFolder folder;
  const auto file = folder.write(presets_file, GetParam());
  PresetStore store(folder.path());

  const auto loaded = store.load();
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ErrorKind::Settings);
  EXPECT_TRUE(loaded.error().detail.contains(file.string())) << loaded.error().detail;
  EXPECT_FALSE(store.save(preset_named("new")));
  EXPECT_FALSE(store.remove(built_in_presets().front().id));
  EXPECT_FALSE(store.restore_built_ins());
  EXPECT_FALSE(store.merge({preset_named("new")}));
  EXPECT_EQ(folder.read(presets_file), GetParam());
}

const std::string sound_preset = "[preset 1]\nname=a\ntext=t\n";

INSTANTIATE_TEST_SUITE_P(
    Files, DamagedPresetsTest,
    testing::Values("no presets at all\n", "[preset 1\nname=a\n", std::string(64, '\0'),
                    sound_preset + '\0', sound_preset + "\xff\n", "\x89PNG\r\n\x1a\n",
                    "[preset 1]\n", "[preset 1]\nname=a\n", "[preset 1]\ntext=t\n",
                    "[preset 1]\nname=\ntext=t\n", "[preset 1]\nname=a\\nb\ntext=t\n",
                    "[preset 1]\nname=a\ntext=\\q\n", "[preset 1]\nname=a\ntext=t\nhidden=maybe\n",
                    "[preset 1]\nbuilt_in=built-in:remove\n", sound_preset + "broken line\n"));

}  // namespace
}  // namespace wordbrush::settings
