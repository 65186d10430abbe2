// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/task_poll.h"

#include <gtest/gtest.h>

#include <vector>

#include "edit/answering_server.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::edit {
namespace {

using test::AnsweringServer;
using test::run_until;
using test::ScriptedServer;
using Answer = AnsweringServer::Answer;
using Question = AnsweringServer::Question;

constexpr TaskTimes ask_at_once{.first = std::chrono::milliseconds(0),
                                .longest = std::chrono::milliseconds(0)};

const Answer running{.body =
                         R"({"code":200,"data":{"id":"t-1","status":"processing","progress":40}})"};
const Answer done{.body = R"({"code":200,"data":{"id":"t-1","status":"completed","progress":100,)"
                          R"("result":{"images":[{"url":["https://host/a.png"]}]}}})"};
const Answer failed{.body = R"({"code":200,"data":{"id":"t-1","status":"failed",)"
                            R"("error":{"code":"x","message":"The model ran away."}}})"};

class TaskPollTest : public testing::Test {
 protected:
  void start(const std::string& origin, protocol::Task task, TaskTimes times = ask_at_once) {
    Route route{.endpoint = protocol::parse_endpoint(origin + "/v1").value(),
                .key = "secret-canary",
                .model = "m"};
    route.endpoint.extra_headers = {{"X-Title", "title-canary"}};
    poll_.emplace(session_.get(), route, std::move(task),
                  TaskEvents{.on_progress = [this](auto part) { progress_.push_back(part); },
                             .on_end = [this](auto reply) { outcome_ = std::move(reply); }},
                  times);
    EXPECT_FALSE(outcome_) << "called back before the maker had it";
  }

  void run(const std::string& origin, protocol::Task task, TaskTimes times = ask_at_once) {
    start(origin, std::move(task), times);
    ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::optional<TaskPoll> poll_;
  std::vector<std::optional<double>> progress_;
  std::optional<Result<protocol::Reply>> outcome_;
};

TEST_F(TaskPollTest, AsksUntilThePictureIsThere) {
  int count = 0;
  const AnsweringServer server([&](const Question&) { return ++count < 3 ? running : done; });
  run(server.origin(), {.id = "t-1"});
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  ASSERT_EQ((*outcome_)->pictures.size(), 1u);
  EXPECT_EQ((*outcome_)->pictures[0].url, "https://host/a.png");
  EXPECT_EQ(progress_, (std::vector<std::optional<double>>{0.4, 0.4}));
  ASSERT_EQ(server.questions().size(), 3u);
  EXPECT_EQ(server.questions()[0].path, "/v1/tasks/t-1");
  EXPECT_EQ(server.questions()[0].authorization, "Bearer secret-canary");
  EXPECT_EQ(server.questions()[0].title, "title-canary");
}

TEST_F(TaskPollTest, AsksWhereTheServiceSays) {
  const AnsweringServer server([](const Question&) { return done; });
  run(server.origin(), {.id = "t-1", .poll_url = "/v1/images/tasks/t-1"});
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(server.questions().at(0).path, "/v1/images/tasks/t-1");
}

TEST_F(TaskPollTest, AsksNobodyElse) {
  const AnsweringServer stranger([](const Question&) { return done; });
  const AnsweringServer server([](const Question&) { return done; });
  run(server.origin(), {.id = "t-1", .poll_url = stranger.origin() + "/v1/tasks/t-1"});
  EXPECT_TRUE(stranger.questions().empty());
  EXPECT_EQ(server.questions().at(0).path, "/v1/tasks/t-1");
}

TEST_F(TaskPollTest, TellsWhyATaskFailed) {
  const AnsweringServer server([](const Question&) { return failed; });
  run(server.origin(), {.id = "t-1"});
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Upstream);
  EXPECT_EQ(outcome_->error().detail, "The model ran away.");
  EXPECT_EQ(server.questions().size(), 1u);
}

class TaskGlitchTest : public TaskPollTest, public testing::WithParamInterface<Answer> {};

TEST_P(TaskGlitchTest, IsNotTheEndUnlessItStays) {
  int count = 0;
  const AnsweringServer server([&](const Question&) {
    const int round = ++count;
    return round == 3 ? running : round == 6 ? done : GetParam();
  });
  run(server.origin(), {.id = "t-1"});
  EXPECT_TRUE(*outcome_) << outcome_->error().detail;

  outcome_.reset();
  const AnsweringServer broken([](const Question&) { return GetParam(); });
  run(broken.origin(), {.id = "t-1"});
  EXPECT_FALSE(*outcome_);
  EXPECT_EQ(broken.questions().size(), 3u);
}

INSTANTIATE_TEST_SUITE_P(Answers, TaskGlitchTest,
                         testing::Values(Answer{.status = 404}, Answer{.status = 429},
                                         Answer{.status = 502, .body = "<html>"},
                                         Answer{.body = "<html></html>"}, Answer{.body = ""}));

TEST_F(TaskPollTest, GivesUpInTimeAndNamesTheTask) {
  const AnsweringServer server([](const Question&) { return running; });
  TaskTimes times = ask_at_once;
  times.total = std::chrono::milliseconds(0);
  run(server.origin(), {.id = "t-1"}, times);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Timeout);
  EXPECT_NE(outcome_->error().detail.find("t-1"), std::string::npos);
  EXPECT_EQ(server.questions().size(), 1u);
}

TEST_F(TaskPollTest, RefusesANumberThatIsAPath) {
  const AnsweringServer server([](const Question&) { return done; });
  for (const char* const id : {"../models", "..", "a/b", "a?b", "a b", "", "a\r\nX: y"}) {
    outcome_.reset();
    run(server.origin(), {.id = id});
    ASSERT_FALSE(*outcome_);
    EXPECT_EQ(outcome_->error().kind, ErrorKind::Protocol);
  }
  EXPECT_TRUE(server.questions().empty());
}

TEST_F(TaskPollTest, DroppedClosesTheConnection) {
  const ScriptedServer server({.pieces = {}, .hang = true});
  start("http://127.0.0.1:" + std::to_string(server.port()), {.id = "t-1"});
  ASSERT_TRUE(run_until([&] { return server.requests() == 1; }));
  poll_.reset();
  EXPECT_TRUE(run_until([&] { return server.saw_hang_up(); }));
  EXPECT_FALSE(outcome_);
}

TEST_F(TaskPollTest, DroppedWhileItWaitsAsksNothing) {
  const AnsweringServer server([](const Question&) { return done; });
  start(server.origin(), {.id = "t-1"});
  poll_.reset();
  while (g_main_context_iteration(nullptr, FALSE)) {
  }
  EXPECT_TRUE(server.questions().empty());
}

}  // namespace
}  // namespace wordbrush::edit
