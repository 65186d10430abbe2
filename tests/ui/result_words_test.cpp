// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "ui/results_page.h"

namespace wordbrush::ui {
namespace {

TakeShelf::Item item_of(edit::SpoolRecord record) {
  TakeShelf::Item item;
  item.take.record = std::make_shared<const edit::SpoolRecord>(std::move(record));
  return item;
}

TEST(ResultWordsTest, AResultWithoutAnythingToTellHasNone) {
  EXPECT_EQ(result_words(item_of({})), "");
}

TEST(ResultWordsTest, TellHowItCameHowItFitsAndWhatTheModelSaid) {
  auto item = item_of({.text = "Done."});
  item.warnings = {{"earlier_picture", "An earlier picture was taken."}};
  edit::Fitted fitted;
  fitted.report.warnings = {precision::Warning::Coarse};
  item.take.fitted = std::make_shared<const edit::Fitted>(std::move(fitted));
  const std::string words = result_words(item);
  EXPECT_TRUE(words.starts_with("An earlier picture was taken. ")) << words;
  EXPECT_TRUE(words.ends_with(" The model says: Done.")) << words;
  EXPECT_GT(words.size(),
            std::string("An earlier picture was taken.  The model says: Done.").size());
}

}  // namespace
}  // namespace wordbrush::ui
