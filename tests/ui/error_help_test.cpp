// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/error_help.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

TEST(ErrorHelpTest, OneButtonFitsTheError) {
  EXPECT_EQ(help_for(ErrorKind::Auth), Help::OpenConnections);
  EXPECT_EQ(help_for(ErrorKind::Quota), Help::OpenConnections);
  EXPECT_EQ(help_for(ErrorKind::RateLimit), Help::TryAgainLater);
  EXPECT_EQ(help_for(ErrorKind::TooLarge), Help::SendSmaller);
  EXPECT_EQ(help_for(ErrorKind::NoImage), Help::ShowWords);
  EXPECT_EQ(help_for(ErrorKind::Network), Help::TryAgain);
  EXPECT_EQ(help_for(ErrorKind::Protocol), Help::CopyDetails);
}

TEST(ErrorHelpTest, EachHelpHasALabel) {
  for (const Help help : {Help::OpenConnections, Help::TryAgain, Help::TryAgainLater,
                          Help::SendSmaller, Help::ShowWords, Help::CopyDetails})
    EXPECT_FALSE(label_of(help).empty());
}

TEST(ErrorHelpTest, TheDetailsNameWhoFailedAndHow) {
  const auto details = error_details({ErrorKind::RateLimit, "slow down"},
                                     {.host = "api.example", .model = "m-1", .gimp_version = "3"});
  EXPECT_NE(details.find("[rate_limit]"), std::string::npos);
  EXPECT_NE(details.find("slow down"), std::string::npos);
  EXPECT_NE(details.find("api.example, m-1"), std::string::npos);
}

TEST(ErrorHelpTest, WhereNobodyWasAskedTheDetailsNameNobody) {
  EXPECT_FALSE(error_details({ErrorKind::Host, "no"}, {.gimp_version = "3"}).contains(", \n"));
}

}  // namespace
}  // namespace wordbrush::ui
