// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections_model.h"

#include <gtest/gtest.h>

#include "settings/temp_folder.h"
#include "ui/host_of.h"

namespace wordbrush::ui {
namespace {

using settings::Connection;
using settings::KeyOwner;
using settings::offline_demo;

const Connection home{.name = "Home", .base_url = "http://home/v1", .model = "m1"};
const Connection work{.name = "Work", .base_url = "http://work/v1", .model = "m2"};

class ConnectionsModelTest : public testing::Test {
 protected:
  ConnectionsModelTest() {
    EXPECT_TRUE(store_.save(home) && store_.save(work) && store_.choose("Home"));
    EXPECT_TRUE(model_.load());
  }

  std::vector<Connection> saved() const { return store_.load().value(); }

  void type(const std::function<void(Connection&)>& change) {
    auto draft = model_.draft();
    change(draft);
    model_.edit(std::move(draft));
  }

  test::TempFolder folder_;
  settings::ConnectionStore store_{folder_.path()};
  ConnectionsModel model_{store_, test::host_of};
};

TEST_F(ConnectionsModelTest, StartsAtTheOneInUse) {
  EXPECT_EQ(model_.rows(), saved());
  EXPECT_EQ(model_.selected(), 1U);
  EXPECT_EQ(model_.draft(), home);
  EXPECT_TRUE(model_.is_in_use(1));
  EXPECT_FALSE(model_.is_in_use(0));
  EXPECT_FALSE(model_.is_changed());
}

TEST_F(ConnectionsModelTest, ADamagedFileIsTold) {
  folder_.write("connections.ini", "damaged");
  ConnectionsModel model(store_, test::host_of);
  const auto loaded = model.load();
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ErrorKind::Settings);
}

TEST_F(ConnectionsModelTest, SavesWhatWasTyped) {
  type([](Connection& draft) { draft.model = " painter "; });
  EXPECT_TRUE(model_.is_changed());
  EXPECT_EQ(model_.save(), std::nullopt) << "the key stays where it is";
  EXPECT_FALSE(model_.is_changed());
  EXPECT_EQ(saved()[1].model, "painter");
  EXPECT_EQ(model_.draft().model, "painter");
}

TEST_F(ConnectionsModelTest, SpacesAroundAreNoChange) {
  type([](Connection& draft) { draft.base_url += "  "; });
  EXPECT_FALSE(model_.is_changed());
}

TEST_F(ConnectionsModelTest, AnEmptyModelBecomesTheUsualOne) {
  type([](Connection& draft) { draft.model.clear(); });
  ASSERT_TRUE(model_.save());
  EXPECT_EQ(saved()[1].model, Connection().model);
}

TEST_F(ConnectionsModelTest, ANewNameKeepsTheUseAndTakesTheKeyAlong) {
  type([](Connection& draft) { draft.name = "Attic"; });
  const auto change = model_.save();
  ASSERT_TRUE(change) << change.error().detail;
  EXPECT_EQ(*change, (KeyChange{.from = {"Home", "home"}, .to = KeyOwner{"Attic", "home"}}));
  EXPECT_TRUE(model_.is_in_use(model_.selected()));
  EXPECT_EQ(store_.chosen(), "Attic");
  ASSERT_TRUE(model_.load());
  EXPECT_EQ(model_.rows().size(), 3U) << "the old name is gone";
}

TEST_F(ConnectionsModelTest, AKeyNeverFollowsToAnotherHost) {
  type([](Connection& draft) { draft.base_url = "http://elsewhere/v1"; });
  EXPECT_EQ(model_.save(), (KeyChange{.from = {"Home", "home"}, .to = {}}));
}

TEST_F(ConnectionsModelTest, AnotherPathOfTheHostKeepsTheKey) {
  type([](Connection& draft) { draft.base_url = "http://home/v2"; });
  EXPECT_EQ(model_.save(), std::nullopt);
}

struct RefusedDraft {
  const char* name;
  std::function<void(Connection&)> change;
};

void PrintTo(const RefusedDraft& draft, std::ostream* os) {
  *os << draft.name;
}

class RefusedDraftTest : public ConnectionsModelTest,
                         public testing::WithParamInterface<RefusedDraft> {};

TEST_P(RefusedDraftTest, ChangesNothingAndStays) {
  const auto before = saved();
  type(GetParam().change);
  const auto draft = model_.draft();
  const auto outcome = model_.save();
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, ErrorKind::Input);
  EXPECT_FALSE(outcome.error().detail.empty());
  EXPECT_EQ(saved(), before);
  EXPECT_EQ(model_.draft(), draft);
  EXPECT_TRUE(model_.is_changed());

  model_.discard();
  EXPECT_EQ(model_.draft(), home);
}

INSTANTIATE_TEST_SUITE_P(
    Drafts, RefusedDraftTest,
    testing::Values(
        RefusedDraft{"NoName", [](Connection& draft) { draft.name = " "; }},
        RefusedDraft{"TakenName", [](Connection& draft) { draft.name = "Work"; }},
        RefusedDraft{"TakenNameInCapitals", [](Connection& draft) { draft.name = "WORK"; }},
        RefusedDraft{"DemoName", [](Connection& draft) { draft.name = "offline demo"; }},
        RefusedDraft{"NameOfTwoLines", [](Connection& draft) { draft.name = "a\nb"; }},
        RefusedDraft{"NoUtf8Name", [](Connection& draft) { draft.name = "a\xff"; }},
        RefusedDraft{"NoAddress", [](Connection& draft) { draft.base_url.clear(); }},
        RefusedDraft{"NotAnAddress", [](Connection& draft) { draft.base_url = "my server"; }}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(ConnectionsModelTest, ANameMayChangeItsCase) {
  type([](Connection& draft) { draft.name = "HOME"; });
  ASSERT_TRUE(model_.save());
  ASSERT_TRUE(model_.load());
  EXPECT_EQ(model_.rows().size(), 3U);
  EXPECT_TRUE(model_.is_in_use(model_.selected()));
  EXPECT_EQ(model_.draft().name, "HOME");
}

TEST_F(ConnectionsModelTest, ANewOneIsSavedOnceItHasAnAddress) {
  model_.add();
  EXPECT_EQ(model_.selected(), 3U);
  EXPECT_TRUE(model_.is_unsaved() && model_.is_untouched());
  EXPECT_FALSE(model_.is_in_use(3));
  EXPECT_FALSE(model_.save());
  EXPECT_EQ(saved().size(), 3U);

  type([](Connection& draft) { draft.base_url = "http://new/v1"; });
  EXPECT_FALSE(model_.is_untouched());
  EXPECT_EQ(model_.save(), std::nullopt);
  EXPECT_FALSE(model_.is_unsaved());
  EXPECT_EQ(saved().size(), 4U);
  EXPECT_EQ(saved().back(), model_.draft());
}

TEST_F(ConnectionsModelTest, EachNewOneHasANameOfItsOwn) {
  model_.add();
  const auto first = model_.draft().name;
  type([](Connection& draft) { draft.base_url = "http://new/v1"; });
  ASSERT_TRUE(model_.save());
  model_.add();
  EXPECT_NE(model_.draft().name, first);
  EXPECT_FALSE(model_.draft().name.empty());
}

TEST_F(ConnectionsModelTest, ANewOneCanStartFromAService) {
  model_.add({.name = "HOME", .base_url = "http://service/v1", .model = "m3"});
  EXPECT_EQ(model_.draft(),
            (Connection{.name = "HOME 2", .base_url = "http://service/v1", .model = "m3"}));
  EXPECT_TRUE(model_.is_untouched());
  EXPECT_EQ(model_.save(), std::nullopt) << "it has all that it needs";
  EXPECT_EQ(saved().back(), model_.draft());
}

TEST_F(ConnectionsModelTest, SavesExtraHeadersInOrder) {
  type([](Connection& draft) { draft.headers = " X-A:1 \n\n"; });
  ASSERT_TRUE(model_.save());
  EXPECT_EQ(model_.draft().headers, "X-A: 1");
  EXPECT_FALSE(model_.is_changed());
  type([](Connection& draft) { draft.headers = "Host: elsewhere"; });
  EXPECT_FALSE(model_.save());
  EXPECT_EQ(model_.draft().headers, "Host: elsewhere");
}

TEST_F(ConnectionsModelTest, AnUntouchedNewOneGoesWhenItIsLeft) {
  model_.add();
  model_.select(0);
  EXPECT_EQ(model_.rows().size(), 3U);
  model_.add();
  model_.add();
  EXPECT_EQ(model_.rows().size(), 4U);
  ASSERT_TRUE(model_.remove());
  EXPECT_EQ(model_.rows().size(), 3U);
  EXPECT_EQ(saved().size(), 3U);
}

TEST_F(ConnectionsModelTest, UsesTheSelectedOne) {
  model_.select(2);
  ASSERT_TRUE(model_.use());
  EXPECT_EQ(store_.chosen(), "Work");
  EXPECT_TRUE(model_.is_in_use(2));
  model_.select(0);
  ASSERT_TRUE(model_.use());
  EXPECT_EQ(store_.chosen(), offline_demo().name);
}

TEST_F(ConnectionsModelTest, RemovingTheOneInUseUsesTheDemo) {
  EXPECT_EQ(model_.remove(), (KeyChange{.from = {"Home", "home"}, .to = {}}));
  EXPECT_EQ(saved(), (std::vector{offline_demo(), work}));
  EXPECT_EQ(model_.draft(), work);
  EXPECT_TRUE(model_.is_in_use(0));
  EXPECT_EQ(store_.chosen(), offline_demo().name);
}

TEST_F(ConnectionsModelTest, TheLastOneRemovedSelectsTheOneBefore) {
  model_.select(2);
  ASSERT_TRUE(model_.remove());
  EXPECT_EQ(model_.selected(), 1U);
  EXPECT_EQ(model_.draft(), home);
}

TEST_F(ConnectionsModelTest, TheDemoIsNeitherEditedNorRemoved) {
  model_.select(0);
  EXPECT_TRUE(model_.is_demo());
  type([](Connection& draft) { draft.name = "Mine"; });
  EXPECT_FALSE(model_.is_changed());
  EXPECT_EQ(model_.save(), std::nullopt);
  EXPECT_EQ(model_.remove(), std::nullopt);
  EXPECT_EQ(saved().size(), 3U);
}

TEST_F(ConnectionsModelTest, AKeyBelongsToTheDraftsNameAndHost) {
  EXPECT_EQ(model_.key_owner(), (KeyOwner{"Home", "home"}));
  type([](Connection& draft) { draft.base_url = "nowhere"; });
  EXPECT_FALSE(model_.key_owner());
}

}  // namespace
}  // namespace wordbrush::ui
