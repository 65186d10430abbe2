// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets_model.h"

#include <gtest/gtest.h>

#include "settings/temp_folder.h"

namespace wordbrush::ui {
namespace {

const std::size_t built_in_count = settings::built_in_presets().size();

class PresetsModelTest : public testing::Test {
 protected:
  PresetsModelTest() { EXPECT_TRUE(model_.load()); }

  void add(const std::string& name, const std::string& text) {
    model_.add();
    model_.edit(name, text);
    EXPECT_TRUE(model_.save());
  }
  std::vector<std::string> own() const {
    std::vector<std::string> names;
    for (const auto& preset : model_.rows())
      if (!preset.is_built_in) names.push_back(preset.name);
    return names;
  }

  test::TempFolder folder_;
  settings::PresetStore store_{folder_.path()};
  PresetsModel model_{store_};
};

using Names = std::vector<std::string>;

TEST_F(PresetsModelTest, ShowsTheBuiltInOnesAtFirst) {
  EXPECT_EQ(model_.rows(), settings::built_in_presets());
  EXPECT_EQ(model_.draft(), model_.rows().front());
  EXPECT_FALSE(model_.can_restore());
  EXPECT_TRUE(model_.save());
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path())) << "nothing changed";
}

TEST_F(PresetsModelTest, SavesANewOneWithTheTextItBeganWith) {
  model_.add("make it red");
  EXPECT_TRUE(model_.is_untouched());
  model_.edit("Red", model_.draft().text);
  EXPECT_FALSE(model_.is_untouched());
  EXPECT_TRUE(model_.save());
  EXPECT_EQ(own(), Names{"Red"});
  EXPECT_EQ(model_.draft().name, "Red");
  EXPECT_EQ(model_.selected(), built_in_count);
}

TEST_F(PresetsModelTest, DropsANewOneThatIsLeftUntouched) {
  model_.add("make it red");
  model_.select(0);
  EXPECT_EQ(model_.rows().size(), built_in_count);
  model_.add();
  model_.add();
  EXPECT_EQ(model_.rows().size(), built_in_count + 1);
  model_.discard();
  EXPECT_EQ(model_.rows().size(), built_in_count);
  EXPECT_EQ(model_.selected(), built_in_count - 1);
}

TEST_F(PresetsModelTest, KeepsTheDraftThatCannotBeSaved) {
  model_.add();
  model_.edit("No text", "");
  EXPECT_FALSE(model_.save());
  EXPECT_EQ(model_.draft().name, "No text");
  model_.edit(settings::built_in_presets()[0].name, "text");
  EXPECT_FALSE(model_.save());
  EXPECT_EQ(model_.rows().size(), built_in_count + 1);
}

TEST_F(PresetsModelTest, RemovesAndSelectsTheNeighbor) {
  add("a", "1");
  add("b", "2");
  EXPECT_TRUE(model_.remove());
  EXPECT_EQ(own(), Names{"a"});
  EXPECT_EQ(model_.draft().name, "a");
  model_.add();
  EXPECT_TRUE(model_.remove());
  EXPECT_EQ(own(), Names{"a"});
}

TEST_F(PresetsModelTest, HidesBuiltInOnesUntilTheyAreRestored) {
  for (std::size_t i = 0; i < built_in_count; ++i) EXPECT_TRUE(model_.remove());
  EXPECT_TRUE(model_.rows().empty());
  EXPECT_TRUE(model_.is_untouched());
  EXPECT_TRUE(model_.save());
  EXPECT_TRUE(model_.remove());
  EXPECT_TRUE(model_.can_restore());
  EXPECT_TRUE(model_.restore());
  EXPECT_EQ(model_.rows(), settings::built_in_presets());
  EXPECT_FALSE(model_.can_restore());
}

TEST_F(PresetsModelTest, ExportsAndImportsAndSaysHowMany) {
  add("a", "1");
  add("b", "2");
  const auto file = folder_.path() / "shared.json";
  EXPECT_TRUE(model_.export_to(file));

  test::TempFolder other;
  settings::PresetStore store(other.path());
  PresetsModel model(store);
  ASSERT_TRUE(model.load());
  model.add();
  model.edit("b", "other");
  ASSERT_TRUE(model.save());
  const auto sentence = model.import_from(file);
  ASSERT_TRUE(sentence);
  EXPECT_EQ(*sentence, "2 presets imported: 1 new, 1 changed, 0 as before.");
  EXPECT_EQ(model.draft().text, "2") << "what is shown is what came";
}

TEST_F(PresetsModelTest, HasNothingToExportAtFirst) {
  const auto file = folder_.path() / "shared.json";
  EXPECT_FALSE(model_.export_to(file));
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(PresetsModelTest, LeavesEverythingWhereAnImportFails) {
  add("a", "1");
  const auto file = folder_.write("bad.json", "{}");
  EXPECT_FALSE(model_.import_from(file));
  EXPECT_EQ(own(), Names{"a"});
  EXPECT_EQ(model_.draft().name, "a");
}

TEST_F(PresetsModelTest, DoesNotLoadADamagedFile) {
  folder_.write("presets.ini", "damaged");
  EXPECT_FALSE(PresetsModel(store_).load());
}

}  // namespace
}  // namespace wordbrush::ui
