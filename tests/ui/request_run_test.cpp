// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/request_run.h"

#include <gtest/gtest.h>

#include <optional>
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

class RequestRunTest : public test::SpoolTest {
 protected:
  Order order(int variations = 1) {
    return {.request = {.prompt = "a red hat", .variations = variations}, .canvas = canvas_};
  }

  RequestRun::Events events() {
    return {
        .on_changed =
            [this] {
              if (run_) stages_.push_back(run_->status().progress.stage);
            },
        .on_packed = [this](const edit::Uploads& uploads) { uploads_ = uploads.pictures.size(); },
        .on_taken = [this](Taken taken) { taken_.push_back(std::move(taken)); },
        .on_bill = [this](const Bill& bill) { bills_.push_back(bill); },
        .on_end =
            [this](std::optional<Error> error) {
              error_ = std::move(error);
              has_ended_ = true;
            }};
  }

  RequestRun::FindRoute route_to(const ScriptedServer& server) {
    return [base_url = server.base_url()](const RequestRun::OnRoute& on_route) {
      on_route(edit::Route{
          .endpoint = protocol::parse_endpoint(base_url).value(), .model = "m-1", .stream = false});
    };
  }

  void start(Order order, RequestRun::FindRoute find, RequestRun::Confirm confirm = {}) {
    run_.emplace(session_.get(), spool_, std::move(order),
                 RequestRun::Way{std::move(find), std::move(confirm)}, events());
  }

  void run_to_end(Order order, const ScriptedServer& server) {
    start(std::move(order), route_to(server));
    ASSERT_TRUE(run_until([this] { return has_ended_; }));
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::shared_ptr<FakeCanvas> canvas_ = std::make_shared<FakeCanvas>(80, 60);
  std::optional<RequestRun> run_;
  std::vector<edit::Stage> stages_;
  std::size_t uploads_ = 0;
  std::vector<Taken> taken_;
  std::vector<Bill> bills_;
  std::optional<Error> error_;
  bool has_ended_ = false;
};

TEST_F(RequestRunTest, TheAnswerIsKeptAndNothingIsInserted) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  run_to_end(order(), server);
  EXPECT_FALSE(error_);
  ASSERT_EQ(taken_.size(), 1u);
  EXPECT_EQ(taken_[0].take.record->prompt, "a red hat");
  EXPECT_EQ(taken_[0].take.record->text, "Done.");
  EXPECT_TRUE(taken_[0].take.fitted);
  ASSERT_TRUE(taken_[0].hold);
  EXPECT_TRUE(spool_.read(*taken_[0].hold));
  EXPECT_TRUE(canvas_->insertions().empty());
  EXPECT_EQ(uploads_, 1u);
  EXPECT_TRUE(run_->host().starts_with("127.0.0.1:"));
  EXPECT_EQ(run_->model(), "m-1");
}

TEST_F(RequestRunTest, EachVariationIsTakenForItself) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  run_to_end(order(3), server);
  EXPECT_EQ(taken_.size(), 3u);
  EXPECT_EQ(run_->status().answers, 3u);
  EXPECT_EQ(run_->status().asked, 3u);
}

TEST_F(RequestRunTest, OneFailureOfSeveralIsToldWithTheOthers) {
  const ScriptedServer server(
      {.pieces = {picture_reply(80, 60)}, .first = {http("400 Bad Request", "{}")}});
  run_to_end(order(2), server);
  EXPECT_TRUE(error_);
  EXPECT_EQ(taken_.size(), 1u);
}

TEST_F(RequestRunTest, EachAnswerIsBilled) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  run_to_end(order(2), server);
  ASSERT_EQ(bills_.size(), 2u);
  EXPECT_TRUE(bills_[0].host.starts_with("127.0.0.1:"));
  EXPECT_EQ(bills_[0].model, "m-1");
  EXPECT_EQ(bills_[0].pictures, 1);
}

TEST_F(RequestRunTest, WordsThatTheServiceCountsAreBilled) {
  const ScriptedServer server(
      {.pieces = {http("200 OK", R"({"choices":[{"message":{"content":"I will not."}}],)"
                                 R"("usage":{"completion_tokens":12,"cost":0.5}})")}});
  run_to_end(order(), server);
  ASSERT_TRUE(error_);
  ASSERT_EQ(bills_.size(), 1u);
  EXPECT_EQ(bills_[0].usage.cost, 0.5);
  EXPECT_EQ(bills_[0].pictures, 0);
}

TEST_F(RequestRunTest, APictureThatIsOfNoUseIsBilled) {
  const ScriptedServer server(
      {.pieces = {http("200 OK", R"json({"choices":[{"message":{"content":)json"
                                 R"json("![](data:image/png;base64,iVBORw0KGgo=)"}}]})json")}});
  run_to_end(order(), server);
  ASSERT_TRUE(error_);
  ASSERT_EQ(bills_.size(), 1u);
  EXPECT_EQ(bills_[0].pictures, 1);
}

TEST_F(RequestRunTest, AFailureIsTold) {
  const ScriptedServer server({.pieces = {http("401 Unauthorized", "{}")}});
  run_to_end(order(), server);
  ASSERT_TRUE(error_);
  EXPECT_EQ(error_->kind, ErrorKind::Auth);
  EXPECT_TRUE(bills_.empty());
  EXPECT_TRUE(taken_.empty());
}

TEST_F(RequestRunTest, WithoutARouteNothingLeaves) {
  start(order(), [](const RequestRun::OnRoute& on_route) {
    on_route(fail(ErrorKind::Settings, "no such connection"));
  });
  ASSERT_TRUE(run_until([this] { return has_ended_; }));
  EXPECT_EQ(error_->kind, ErrorKind::Settings);
}

TEST_F(RequestRunTest, ARouteThatComesTooLateIsNotTaken) {
  RequestRun::OnRoute late;
  start(order(), [&](RequestRun::OnRoute on_route) { late = std::move(on_route); });
  run_.reset();
  late(fail(ErrorKind::Settings, ""));
  EXPECT_FALSE(has_ended_);
}

TEST_F(RequestRunTest, CancellingClosesTheConnectionAtOnce) {
  const ScriptedServer server({.pieces = {}, .hang = true});
  start(order(), route_to(server));
  ASSERT_TRUE(
      run_until([&] { return server.requests() == 1 && run_->charge() == Charge::Possible; }));
  run_.reset();
  EXPECT_TRUE(run_until([&] { return server.saw_hang_up(); }));
  EXPECT_FALSE(has_ended_);
  EXPECT_TRUE(taken_.empty());
}

TEST_F(RequestRunTest, NothingLeavesUntilItIsConfirmed) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  RequestRun::OnConfirmed confirmed;
  start(order(), route_to(server),
        [&](const edit::Route& route, const edit::Uploads& uploads, RequestRun::OnConfirmed then) {
          EXPECT_EQ(route.model, "m-1");
          EXPECT_EQ(uploads.pictures.at(0).width, 80);
          confirmed = std::move(then);
        });
  ASSERT_TRUE(run_until([&] { return confirmed != nullptr; }));
  test::run_for(std::chrono::milliseconds(20));
  EXPECT_EQ(server.requests(), 0);
  confirmed({});
  ASSERT_TRUE(run_until([this] { return has_ended_; }));
  EXPECT_EQ(taken_.size(), 1u);
}

TEST_F(RequestRunTest, WhatIsNotConfirmedNeverLeaves) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  start(order(), route_to(server),
        [](const edit::Route&, const edit::Uploads&, const RequestRun::OnConfirmed& then) {
          then(fail(ErrorKind::Cancelled, {}));
        });
  ASSERT_TRUE(run_until([this] { return has_ended_; }));
  EXPECT_EQ(error_->kind, ErrorKind::Cancelled);
  EXPECT_EQ(server.requests(), 0);
}

TEST_F(RequestRunTest, BeforeItIsSentNothingIsBilled) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  start(order(), route_to(server));
  EXPECT_EQ(run_->charge(), Charge::NotSent);
}

TEST_F(RequestRunTest, WhatABusyServiceRefusedIsNotBilled) {
  const ScriptedServer server(
      {.pieces = {http("503 Service Unavailable", "{}", "Retry-After: 100\r\n")}});
  start(order(), route_to(server));
  ASSERT_TRUE(run_until([&] { return run_->status().progress.stage == edit::Stage::Pausing; }));
  EXPECT_EQ(run_->charge(), Charge::Refused);
}

TEST_F(RequestRunTest, AfterTheFirstAnswerItIsTheOthersThatAreWaitedFor) {
  const ScriptedServer server({.pieces = {}, .first = {picture_reply(80, 60)}, .hang = true});
  start(order(2), route_to(server));
  ASSERT_TRUE(run_until([&] { return taken_.size() == 1 && server.requests() == 2; }));
  EXPECT_TRUE(run_until([&] { return run_->status().progress.stage == edit::Stage::Waiting; }));
}

}  // namespace
}  // namespace wordbrush::ui
