// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/spending.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <vector>

#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

class SpendingTest : public testing::Test {
 protected:
  test::TempFolder folder_;
  std::string month_ = "2026-11";
  Spending spending_{folder_.path(), [this] { return month_; }};
};

TEST_F(SpendingTest, StartsWithNothingAndNoCap) {
  EXPECT_EQ(spending_.spent(), MonthSpent{});
  EXPECT_EQ(spending_.cap(), std::nullopt);
  EXPECT_TRUE(spending_.check(1000));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "spending.ini"));
}

TEST_F(SpendingTest, AddsTheCostElseTheEstimate) {
  ASSERT_TRUE(spending_.add(0.1, 5));
  ASSERT_TRUE(spending_.add({}, 0.134));
  ASSERT_TRUE(spending_.add({}, {}));
  EXPECT_EQ(spending_.spent(), (MonthSpent{.usd = 0.234, .requests = 3, .unknown = 1}));
  EXPECT_EQ(test::mode_of(folder_.path() / "spending.ini"), 0600U);
}

TEST_F(SpendingTest, TenthsAddUpExactly) {
  ASSERT_TRUE(spending_.set_cap(1));
  for (int count = 0; count < 9; ++count) ASSERT_TRUE(spending_.add(0.1, {}));
  EXPECT_TRUE(spending_.check(0.1)) << "just the cap";
  EXPECT_FALSE(spending_.check(0.100001));
}

TEST_F(SpendingTest, StopsBeforeTheCap) {
  ASSERT_TRUE(spending_.set_cap(2));
  ASSERT_TRUE(spending_.add(1.9, {}));
  const auto checked = spending_.check(0.24);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().kind, ErrorKind::CapReached);
  for (const char* amount : {"0.24", "1.90", "2.00"})
    EXPECT_TRUE(checked.error().detail.contains(amount)) << checked.error().detail;
}

TEST_F(SpendingTest, AnUnknownPriceStopsAtTheCap) {
  ASSERT_TRUE(spending_.set_cap(1));
  EXPECT_TRUE(spending_.check({}));
  ASSERT_TRUE(spending_.add(1, {}));
  EXPECT_FALSE(spending_.check({}));
  EXPECT_TRUE(spending_.check(0)) << "what costs nothing";
}

TEST_F(SpendingTest, ACapOfNothingStopsAllButTheFree) {
  ASSERT_TRUE(spending_.set_cap(0));
  EXPECT_FALSE(spending_.check(0.01));
  EXPECT_FALSE(spending_.check({}));
  EXPECT_TRUE(spending_.check(0));
}

TEST_F(SpendingTest, ANewMonthStartsAnew) {
  ASSERT_TRUE(spending_.set_cap(1));
  ASSERT_TRUE(spending_.add(1, {}));
  month_ = "2026-12";
  EXPECT_TRUE(spending_.check(0.5));
  EXPECT_EQ(spending_.spent(), MonthSpent{});
  month_ = "2026-11";
  EXPECT_EQ(spending_.spent()->usd, 1);
}

TEST_F(SpendingTest, TheCapCanBeTakenAway) {
  ASSERT_TRUE(spending_.set_cap(1.5));
  EXPECT_EQ(spending_.cap(), 1.5);
  ASSERT_TRUE(spending_.set_cap({}));
  EXPECT_EQ(spending_.cap(), std::nullopt);
}

TEST_F(SpendingTest, RefusesACapThatIsNone) {
  for (const double cap : {-1.0, std::nan(""), 2 * Spending::max_cap_usd})
    EXPECT_EQ(spending_.set_cap(cap).error().kind, ErrorKind::Input) << cap;
}

TEST_F(SpendingTest, AnAbsurdCostIsNotKnown) {
  ASSERT_TRUE(spending_.add(-3, {}));
  ASSERT_TRUE(spending_.add(1e300, 0.5));
  EXPECT_EQ(spending_.spent(), (MonthSpent{.usd = 0.5, .requests = 2, .unknown = 1}));
}

TEST_F(SpendingTest, ADamagedFileStopsAndStays) {
  for (const std::string damaged :
       {"[general]\ncap_micro_usd=lots\n", "[month 2026-11]\nmicro_usd=-5\n", "not a key file"}) {
    folder_.write("spending.ini", damaged);
    EXPECT_EQ(spending_.check(0.1).error().kind, ErrorKind::Settings) << damaged;
    EXPECT_FALSE(spending_.add(0.1, {}));
    EXPECT_EQ(folder_.read("spending.ini"), damaged);
  }
}

TEST_F(SpendingTest, KeepsWhatANewerVersionWrote) {
  folder_.write("spending.ini", "[general]\nwarn_at=50\n\n[month 2026-11]\nmicro_usd=5\nby=x\n");
  ASSERT_TRUE(spending_.add(1, {}));
  EXPECT_TRUE(folder_.read("spending.ini").contains("warn_at=50"));
  EXPECT_TRUE(folder_.read("spending.ini").contains("by=x"));
}

TEST_F(SpendingTest, SeveralProcessesLoseNothing) {
  constexpr int processes = 4;
  constexpr int each = 25;
  std::vector<pid_t> children;
  for (int number = 0; number < processes; ++number) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      bool is_added = true;
      for (int count = 0; count < each; ++count) is_added &= spending_.add(0.01, {}).has_value();
      _exit(is_added ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(spending_.spent(), (MonthSpent{.usd = 1, .requests = processes * each}));
}

}  // namespace
}  // namespace wordbrush::settings
