// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_draft.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

class PromptDraftTest : public testing::Test {
 protected:
  PromptDraftTest() {
    references_.add({.source = LayerSource{3, 4}, .name = "Sky", .role = ReferenceRole::Sketch});
    references_.add({.source = FileSource{"/my cat.png"}, .name = "my cat.png"});
  }

  ReferenceList references_;
};

TEST_F(PromptDraftTest, ComesBackInTheSameRunOfGimp) {
  const auto draft = to_draft("like @sky", references_, "first");
  EXPECT_EQ(draft.prompt, "like @sky");
  const auto back = references_of(draft, "first");
  ASSERT_EQ(back.items().size(), 2U);
  EXPECT_EQ(back.items()[0].source, references_.items()[0].source);
  EXPECT_EQ(back.items()[0].name, "Sky");
  EXPECT_EQ(back.items()[0].role, ReferenceRole::Sketch);
  EXPECT_EQ(back.items()[1].source, references_.items()[1].source);
  EXPECT_EQ(back.items()[1].role, ReferenceRole::None);
}

TEST_F(PromptDraftTest, LayersOfAnotherRunAreLeftOut) {
  const auto draft = to_draft("", references_, "first");
  for (const char* const session : {"second", ""}) {
    const auto back = references_of(draft, session);
    ASSERT_EQ(back.items().size(), 1U);
    EXPECT_EQ(back.items()[0].source, ReferenceSource(FileSource{"/my cat.png"}));
  }
}

}  // namespace
}  // namespace wordbrush::ui
