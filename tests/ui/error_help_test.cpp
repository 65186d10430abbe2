// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/error_help.h"

#include <gtest/gtest.h>

#include <chrono>

namespace wordbrush::ui {
namespace {

TEST(ErrorHelpTest, OneButtonFitsTheError) {
  EXPECT_EQ(help_for({ErrorKind::Auth, {}}), Help::OpenConnections);
  EXPECT_EQ(help_for({ErrorKind::Quota, {}}), Help::OpenConnections);
  EXPECT_EQ(help_for({ErrorKind::RateLimit, {}}), Help::TryAgainLater);
  EXPECT_EQ(help_for({ErrorKind::TooLarge, {}}), Help::SendSmaller);
  EXPECT_EQ(help_for({ErrorKind::NoImage, {}}), Help::ShowWords);
  EXPECT_EQ(help_for({ErrorKind::Network, {}}), Help::TryAgain);
  EXPECT_EQ(help_for({ErrorKind::CapReached, {}}), Help::ChangeCap);
  EXPECT_EQ(help_for({ErrorKind::Protocol, {}}), Help::CopyDetails);
}

TEST(ErrorHelpTest, ABusyServiceSaysForHowLong) {
  using namespace std::chrono_literals;
  const auto wait = [](auto asked) {
    return seconds_to_wait({.kind = ErrorKind::RateLimit, .detail = {}, .retry_after = asked});
  };
  EXPECT_EQ(seconds_to_wait({ErrorKind::RateLimit, {}}), 20);
  EXPECT_EQ(wait(7s), 7);
  EXPECT_EQ(wait(7001ms), 8);
  EXPECT_EQ(wait(0ms), 1);
  EXPECT_EQ(wait(1h), 120);
}

TEST(ErrorHelpTest, AServiceThatFailsAndSaysForHowLongIsGivenThatTime) {
  const auto wait = std::chrono::seconds(30);
  EXPECT_EQ(help_for({ErrorKind::Upstream, {}, wait}), Help::TryAgainLater);
  EXPECT_EQ(help_for({ErrorKind::Auth, {}, wait}), Help::OpenConnections);
}

TEST(ErrorHelpTest, EachHelpHasALabel) {
  for (const Help help : {Help::OpenConnections, Help::TryAgain, Help::TryAgainLater,
                          Help::SendSmaller, Help::ShowWords, Help::ChangeCap, Help::CopyDetails})
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
