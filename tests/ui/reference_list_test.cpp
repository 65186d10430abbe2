// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reference_list.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace wordbrush::ui {
namespace {

using Added = ReferenceList::Added;

Reference layer(int id, ReferenceRole role = ReferenceRole::None) {
  return {LayerSource{1, id}, "layer " + std::to_string(id), role, nullptr};
}

Reference file(const char* path) {
  return {FileSource{path}, path, ReferenceRole::None, nullptr};
}

std::vector<int> layer_ids(const ReferenceList& list) {
  std::vector<int> ids;
  for (const auto& item : list.items()) ids.push_back(std::get<LayerSource>(item.source).layer_id);
  return ids;
}

TEST(ReferenceListTest, TakesEightAndEachOnce) {
  ReferenceList list;
  EXPECT_EQ(list.add(layer(1)), Added::Yes);
  EXPECT_EQ(list.add(layer(1, ReferenceRole::Style)), Added::AlreadyThere);
  EXPECT_EQ(list.add(file("/tmp/a.png")), Added::Yes);
  EXPECT_EQ(list.add(file("/tmp/a.png")), Added::AlreadyThere);
  for (int id = 2; id <= 7; ++id) EXPECT_EQ(list.add(layer(id)), Added::Yes);
  EXPECT_TRUE(list.is_full());
  EXPECT_EQ(list.add(layer(8)), Added::Full);
  EXPECT_EQ(list.add(layer(7)), Added::AlreadyThere);
  EXPECT_EQ(list.items().size(), ReferenceList::max_count);
}

TEST(ReferenceListTest, LayersOfTheSameIdInOtherImagesAreOthers) {
  ReferenceList list;
  EXPECT_EQ(list.add({LayerSource{1, 5}, "sky", ReferenceRole::None, nullptr}), Added::Yes);
  EXPECT_EQ(list.add({LayerSource{2, 5}, "sky", ReferenceRole::None, nullptr}), Added::Yes);
}

TEST(ReferenceListTest, MovesOneAtATimeAndStopsAtTheEnds) {
  ReferenceList list;
  for (int id = 1; id <= 3; ++id) list.add(layer(id, ReferenceRole::Object));
  list.set_role(0, ReferenceRole::Style);
  EXPECT_FALSE(list.move_earlier(0));
  EXPECT_FALSE(list.move_later(2));
  EXPECT_TRUE(list.move_later(0));
  EXPECT_EQ(layer_ids(list), (std::vector{2, 1, 3}));
  EXPECT_EQ(list.items()[1].role, ReferenceRole::Style);
  EXPECT_TRUE(list.move_earlier(2));
  EXPECT_EQ(layer_ids(list), (std::vector{2, 3, 1}));
}

TEST(ReferenceListTest, AThumbnailFindsItsReferenceWhereverItIs) {
  ReferenceList list;
  list.add(layer(1));
  list.add(file("/tmp/a.png"));
  const auto picture = std::make_shared<const pixels::Bitmap>(1, 1);
  list.move_later(0);
  list.set_thumbnail(LayerSource{1, 1}, picture);
  EXPECT_EQ(list.items()[0].thumbnail, nullptr);
  EXPECT_EQ(list.items()[1].thumbnail, picture);
  list.remove(1);
  list.set_thumbnail(LayerSource{1, 1}, picture);
  EXPECT_EQ(list.items()[0].thumbnail, nullptr);
}

TEST(ReferenceListTest, TheLegendCountsFromTheNumberGiven) {
  ReferenceList list;
  EXPECT_EQ(list.legend(2), "");
  list.add(layer(1, ReferenceRole::Style));
  EXPECT_EQ(list.legend(2), "Image 2 is a style reference: use its style only.");
  list.add(layer(2, ReferenceRole::Sketch));
  EXPECT_EQ(list.legend(3),
            "Image 3 is a style reference: use its style only.\n"
            "Image 4 is a sketch: follow its layout and shapes, not its strokes.");
}

TEST(ReferenceListTest, EachRoleHasASentenceAndANameOfItsOwn) {
  std::set<std::string> sentences;
  std::set<std::string> names;
  for (const auto role : all_roles) {
    ReferenceList list;
    list.add(layer(1, role));
    sentences.insert(list.legend(1));
    names.insert(name_of(role));
    EXPECT_TRUE(list.legend(1).ends_with('.'));
  }
  EXPECT_EQ(sentences.size(), all_roles.size());
  EXPECT_EQ(names.size(), all_roles.size());
}

TEST(ReferenceListTest, WhateverIsDoneLegendAndItemsAgree) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    ReferenceList list;
    for (int step = 0; step < 40; ++step) {
      const auto size = list.items().size();
      const std::size_t index = size == 0 ? 0 : random() % size;
      switch (size == 0 ? 0 : random() % 5) {
        case 0:
          list.add(layer(static_cast<int>(random() % 12)));
          break;
        case 1:
          list.remove(index);
          break;
        case 2:
          list.move_earlier(index);
          break;
        case 3:
          list.move_later(index);
          break;
        default:
          list.set_role(index, all_roles[random() % all_roles.size()]);
      }
    }
    std::string expected;
    int number = 3;
    for (const auto& item : list.items()) {
      ReferenceList alone;
      alone.add(item);
      expected += (expected.empty() ? "" : "\n") + alone.legend(number++);
    }
    ASSERT_EQ(list.legend(3), expected);
    const auto ids = layer_ids(list);
    ASSERT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
    ASSERT_LE(ids.size(), ReferenceList::max_count);
  }
}

}  // namespace
}  // namespace wordbrush::ui
