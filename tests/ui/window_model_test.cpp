// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_model.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "edit/picture_reply.h"
#include "edit/spool_fixture.h"
#include "host/fake_canvas.h"
#include "net/session.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::ui {
namespace {

using test::FakeCanvas;
using test::http;
using test::picture_reply;
using test::run_until;
using test::ScriptedServer;
using State = TakeShelf::State;

const ImageKey window_image{.id = 1};

class WindowModelTest : public test::SpoolTest {
 protected:
  WindowModel::Events events() {
    return {.on_runs = [] {},
            .on_result = [](const std::string&) {},
            .on_packed = [](const edit::Uploads&) {},
            .on_bill = [](const Bill&) {},
            .on_taken = [this](const Taken&) { ++taken_; },
            .on_new = [](const std::string&) {},
            .on_failure = [this](Failure failure) { failures_.push_back(std::move(failure)); },
            .on_notice = [this](const std::string& notice) { notices_.push_back(notice); },
            .on_applied = [this](const edit::Outcome&) { ++applied_; }};
  }

  void send(const ScriptedServer& server, int variations = 1, bool applies_first = false) {
    model_.send({.request = {.prompt = "a red hat", .variations = variations}, .canvas = canvas_},
                {.find_route =
                     [base_url = server.base_url()](const RequestRun::OnRoute& on_route) {
                       on_route(edit::Route{.endpoint = protocol::parse_endpoint(base_url).value(),
                                            .model = "m-1",
                                            .stream = false});
                     }},
                applies_first);
  }

  bool wait_for_results(std::size_t count) {
    return run_until([&] {
      const auto items = model_.shelf().items_of(window_image);
      return model_.runs().empty() && items.size() == count &&
             std::ranges::all_of(items, [](auto* item) { return item->state == State::Ready; });
    });
  }

  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const auto* const item : model_.shelf().items_of(window_image)) all.push_back(item->id);
    return all;
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::shared_ptr<FakeCanvas> canvas_ = std::make_shared<FakeCanvas>(80, 60);
  int taken_ = 0;
  int applied_ = 0;
  std::vector<Failure> failures_;
  std::vector<std::string> notices_;
  WindowModel model_{session_.get(), spool_,
                     [](const pixels::Bitmap&) { return pixels::Bitmap(1, 1); }, events()};
};

TEST_F(WindowModelTest, NothingIsInsertedUntilItIsApplied) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  send(server, 4);
  EXPECT_EQ(model_.runs().size(), 1u);
  ASSERT_TRUE(wait_for_results(4));
  EXPECT_EQ(taken_, 4);
  EXPECT_TRUE(canvas_->insertions().empty());

  const auto all = ids();
  model_.apply(canvas_, {all[0], all[2]});
  ASSERT_TRUE(run_until([this] { return applied_ == 1; }));
  ASSERT_EQ(canvas_->insertions().size(), 1u);
  EXPECT_EQ(canvas_->insertions()[0].layers.size(), 2u);
}

TEST_F(WindowModelTest, MoreThanStayInMemoryCanBeAppliedAtOnce) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  send(server, 8);
  ASSERT_TRUE(run_until([this] {
    return model_.runs().empty() && model_.shelf().items_of(window_image).size() == 8;
  }));
  model_.apply(canvas_, ids());
  ASSERT_TRUE(run_until([this] { return applied_ == 1; }));
  EXPECT_EQ(canvas_->insertions()[0].layers.size(), 8u);
  EXPECT_FALSE(model_.is_applying());
}

TEST_F(WindowModelTest, TheFirstResultIsAppliedWhereThatIsWished) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  send(server, 3, true);
  ASSERT_TRUE(wait_for_results(3));
  EXPECT_TRUE(run_until([this] { return applied_ == 1 && !model_.is_applying(); }));
  EXPECT_EQ(canvas_->insertions().size(), 1u);
}

TEST_F(WindowModelTest, AFailureKeepsTheOrder) {
  const ScriptedServer server({.pieces = {http("402 Payment Required", "{}")}});
  send(server, 2);
  ASSERT_TRUE(run_until([this] { return !failures_.empty(); }));
  EXPECT_EQ(failures_[0].error.kind, ErrorKind::Quota);
  ASSERT_TRUE(failures_[0].order);
  EXPECT_EQ(failures_[0].order->request.prompt, "a red hat");
  EXPECT_EQ(failures_[0].order->request.variations, 2);
  EXPECT_TRUE(model_.runs().empty());
}

TEST_F(WindowModelTest, AFailureAtOnceKeepsTheOrderToo) {
  model_.send({.request = {.prompt = "a"}, .canvas = canvas_},
              {.find_route =
                   [](const RequestRun::OnRoute& on_route) {
                     on_route(fail(ErrorKind::Settings, "no such connection"));
                   }},
              false);
  ASSERT_EQ(failures_.size(), 1u);
  EXPECT_TRUE(failures_[0].order);
  EXPECT_TRUE(model_.runs().empty());
}

TEST_F(WindowModelTest, AFailureNamesWhoWasAskedAndHowMuchItWas) {
  const ScriptedServer server({.pieces = {http("413 Content Too Large", "{}")}});
  send(server);
  ASSERT_TRUE(run_until([this] { return failures_.size() == 1; }));
  EXPECT_EQ(failures_[0].host, "127.0.0.1:" + std::to_string(server.port()));
  EXPECT_FALSE(failures_[0].model.empty());
  EXPECT_GT(failures_[0].picture_bytes, 0u);
}

TEST_F(WindowModelTest, AFailureSaysForHowLongTheServiceIsBusy) {
  const ScriptedServer server(
      {.pieces = {"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 121\r\nContent-Length: 0\r\n"
                  "Connection: close\r\n\r\n"}});
  send(server);
  ASSERT_TRUE(run_until([this] { return failures_.size() == 1; }));
  EXPECT_EQ(failures_[0].error.retry_after, std::chrono::seconds(121));
}

TEST_F(WindowModelTest, CancelSaysWhatItMayCost) {
  const ScriptedServer server({.pieces = {}, .hang = true});
  send(server);
  model_.cancel(model_.runs()[0].id);
  ASSERT_EQ(notices_.size(), 1u);
  send(server);
  ASSERT_TRUE(run_until([this] { return model_.runs()[0].request->charge() == Charge::Possible; }));
  model_.cancel(model_.runs()[0].id);
  ASSERT_EQ(notices_.size(), 2u);
  EXPECT_NE(notices_[0], notices_[1]);
  EXPECT_TRUE(model_.runs().empty());
  EXPECT_TRUE(run_until([&] { return server.saw_hang_up(); }));
}

TEST_F(WindowModelTest, ADoubleClickIsMeantOnce) {
  constexpr std::int64_t second = 1'000'000;
  const Order hat{.request = {.prompt = "a red hat"}, .connection = "a"};
  const Order scarf{.request = {.prompt = "a scarf"}, .connection = "a"};
  EXPECT_FALSE(model_.is_repeated(hat, 0));
  EXPECT_TRUE(model_.is_repeated(hat, second / 2));
  EXPECT_TRUE(model_.is_repeated(hat, second)) << "a key that is held down";
  EXPECT_FALSE(model_.is_repeated(hat, 2 * second));
  EXPECT_FALSE(model_.is_repeated(scarf, 2 * second));
  EXPECT_TRUE(model_.is_repeated(scarf, 2 * second));
  model_.forget_press();
  EXPECT_FALSE(model_.is_repeated(scarf, 2 * second));
}

TEST_F(WindowModelTest, WhatWasCancelledCanBeAskedForAtOnce) {
  const ScriptedServer server({.pieces = {}, .hang = true});
  const Order hat{.request = {.prompt = "a red hat"}};
  EXPECT_FALSE(model_.is_repeated(hat, 0));
  send(server);
  model_.cancel(model_.runs()[0].id);
  EXPECT_FALSE(model_.is_repeated(hat, 1));
}

TEST_F(WindowModelTest, WhatWasDiscardedCanBeAskedForAtOnce) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  const Order hat{.request = {.prompt = "a red hat"}};
  EXPECT_FALSE(model_.is_repeated(hat, 0));
  send(server);
  ASSERT_TRUE(wait_for_results(1));
  model_.discard({model_.shelf().items_of(window_image)[0]->id});
  EXPECT_TRUE(model_.shelf().items_of(window_image).empty());
  EXPECT_FALSE(model_.is_repeated(hat, 1));
}

TEST_F(WindowModelTest, SeveralRequestsRunSideBySide) {
  const ScriptedServer slow({.pieces = {}, .hang = true});
  const ScriptedServer quick({.pieces = {picture_reply(80, 60)}});
  send(slow);
  send(quick);
  ASSERT_TRUE(run_until([this] { return model_.shelf().items_of(window_image).size() == 1; }));
  ASSERT_TRUE(run_until([this] { return model_.runs().size() == 1; }));
  EXPECT_EQ(model_.runs()[0].id, 1);
}

TEST_F(WindowModelTest, WhatGimpRefusesIsToldAndStays) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  send(server);
  ASSERT_TRUE(wait_for_results(1));
  canvas_->refuse();
  model_.apply(canvas_, ids());
  ASSERT_TRUE(run_until([this] { return !failures_.empty(); }));
  EXPECT_FALSE(failures_[0].order);
  EXPECT_EQ(ids().size(), 1u);
  canvas_->refuse(false);
  model_.apply(canvas_, ids());
  EXPECT_TRUE(run_until([this] { return applied_ == 1; }));
}

}  // namespace
}  // namespace wordbrush::ui
