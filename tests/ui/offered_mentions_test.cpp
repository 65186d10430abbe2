// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offered_mentions.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

using Labels = std::vector<std::string>;

class OfferedMentionsTest : public testing::Test {
 protected:
  std::vector<Mention> offered() {
    return offered_mentions(references_, 2, images_,
                            {.add =
                                 [this](Reference layer) {
                                   // The number of an added one is known only then.
                                   references_.add(std::move(layer));
                                 },
                             .references = [this]() -> const ReferenceList& { return references_; },
                             .thumbnail =
                                 [this](int layer_id) {
                                   thumbnails_.push_back(layer_id);
                                   return std::make_shared<const pixels::Bitmap>(layer_id, 1);
                                 }});
  }

  Labels labels() {
    Labels labels;
    for (const Mention& mention : offered()) labels.push_back(mention.label);
    return labels;
  }

  std::optional<std::string> take(const std::string& label) {
    for (const Mention& mention : offered())
      if (mention.label == label)
        return mention.on_taken ? mention.on_taken() : mention.insert_text;
    return "not offered";
  }

  ReferenceList references_;
  std::vector<OfferedImage> images_{{1, "photo.xcf", {{10, "Sky"}, {11, "Background"}}},
                                    {2, "other.png", {{20, "Background"}}}};
  std::vector<int> thumbnails_;
};

TEST_F(OfferedMentionsTest, OffersTheLayersOfAllImages) {
  EXPECT_EQ(labels(), (Labels{"Sky", "Background", "Background (other.png)"}));
}

TEST_F(OfferedMentionsTest, TellsImagesOfOneNameApart) {
  images_.push_back({3, "other.png", {{30, "Background"}}});
  EXPECT_EQ(labels(),
            (Labels{"Sky", "Background", "Background (other.png-2)", "Background (other.png-3)"}));
}

TEST_F(OfferedMentionsTest, ATakenLayerIsAReferenceAndNamedByItsNumber) {
  references_.add({.source = FileSource{"/cat.png"}, .name = "cat.png"});
  EXPECT_EQ(take("Background (other.png)"), "image 3");
  ASSERT_EQ(references_.items().size(), 2U);
  EXPECT_EQ(references_.items()[1].source, ReferenceSource(LayerSource(2, 20)));
  EXPECT_EQ(references_.items()[1].name, "Background");
}

TEST_F(OfferedMentionsTest, AReferenceIsOfferedOnceAndBeforeTheLayers) {
  take("Background (other.png)");
  EXPECT_EQ(labels(), (Labels{"Background (other.png)", "Sky", "Background"}));
  EXPECT_EQ(take("Background (other.png)"), "image 2");
  EXPECT_EQ(references_.items().size(), 1U);
  const auto mentions = offered();
  EXPECT_LT(mentions[0].rank, mentions[1].rank);
}

TEST_F(OfferedMentionsTest, ALayerThatBecameAReferenceMeanwhileIsNotAddedAgain) {
  const auto mentions = offered();
  EXPECT_EQ(mentions[0].on_taken(), "image 2");
  EXPECT_EQ(mentions[0].on_taken(), "image 2");
  EXPECT_EQ(references_.items().size(), 1U);
}

TEST_F(OfferedMentionsTest, PastTheLastReferenceNothingIsInserted) {
  for (std::size_t i = 0; i < ReferenceList::max_count; ++i)
    references_.add({.source = FileSource{std::to_string(i)}});
  EXPECT_EQ(take("Sky"), std::nullopt);
}

TEST_F(OfferedMentionsTest, ThumbnailsAreMadeOnceTheyAreSeen) {
  const auto mentions = offered();
  EXPECT_TRUE(thumbnails_.empty());
  EXPECT_EQ(mentions[1].load_icon()->width(), 11);
  EXPECT_EQ(thumbnails_, std::vector{11});
}

}  // namespace
}  // namespace wordbrush::ui
