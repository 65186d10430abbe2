// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/job.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "edit/picture_reply.h"
#include "host/fake_canvas.h"
#include "net/session.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::edit {
namespace {

using test::FakeCanvas;
using test::http;
using test::picture_reply;
using test::run_until;
using test::ScriptedServer;

Route job_route(const ScriptedServer& server) {
  return {.endpoint = protocol::parse_endpoint(server.base_url()).value(),
          .key = "secret-canary",
          .model = "m-1",
          .stream = false};
}

class JobTest : public testing::Test {
 protected:
  JobEvents events() {
    return {.on_progress = [this](const Progress& progress) { stages_.push_back(progress.stage); },
            .on_words = [](std::string_view) {},
            .on_end = [this](Result<Outcome> outcome) { outcome_ = std::move(outcome); }};
  }

  void edit(const ScriptedServer& server, Request request, Treatment treatment = {}) {
    job_.emplace(Job::edit(session_.get(), canvas_, std::move(request), treatment,
                           job_route(server), events()));
    ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  FakeCanvas canvas_{80, 60};
  std::optional<Job> job_;
  std::optional<Result<Outcome>> outcome_;
  std::vector<Stage> stages_;
};

TEST_F(JobTest, InsertsTheAnswerWhereItBelongs) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  edit(server, {.prompt = "a red hat"});
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  ASSERT_EQ(canvas_.insertions().size(), 1u);
  const auto& layer = canvas_.insertions()[0].layers.at(0);
  EXPECT_EQ(layer.name, "a red hat");
  EXPECT_EQ(layer.place, (Rect{0, 0, 80, 60}));
  EXPECT_EQ((*outcome_)->text, "Done.");
}

TEST_F(JobTest, GoesThroughItsStagesInOrder) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  edit(server, {.prompt = "a red hat"});
  EXPECT_TRUE(std::ranges::is_sorted(stages_));
  EXPECT_EQ(stages_.front(), Stage::Reading);
  EXPECT_EQ(stages_.back(), Stage::Inserting);
}

TEST_F(JobTest, ReportsWhatWasSentAndWhatCame) {
  const ScriptedServer server({.pieces = {picture_reply(40, 30)}});
  edit(server, {.prompt = "a red hat", .upload = {.format = UploadFormat::Png}});
  ASSERT_TRUE(*outcome_);
  const Report& report = (*outcome_)->report;
  EXPECT_EQ(report.model, "m-1");
  ASSERT_EQ(report.sent.size(), 1u);
  EXPECT_EQ(report.sent[0].mime_type, "image/png");
  EXPECT_EQ(report.sent[0].width, 80);
  EXPECT_GT(report.bytes_sent, report.sent[0].bytes);
  EXPECT_GT(report.bytes_received, 0u);
  ASSERT_EQ(report.answers.size(), 1u);
  EXPECT_EQ(report.answers[0].model, "m-2");
  EXPECT_EQ(report.answers[0].width, 40);
  EXPECT_EQ(report.answers[0].usage.prompt_tokens, 3);
  EXPECT_EQ(to_json(report).find("secret-canary"), std::string::npos);
}

TEST_F(JobTest, SendsTheKeyAndTheModelOnce) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  edit(server, {.prompt = "a red hat"});
  const std::string sent = server.last_request();
  EXPECT_NE(sent.find("Authorization: Bearer secret-canary\r\n"), std::string::npos);
  EXPECT_NE(sent.find(R"("model":"m-1")"), std::string::npos);
  EXPECT_NE(sent.find("data:image/jpeg;base64,"), std::string::npos);
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(JobTest, VariationsAreRequestsOfTheirOwnInOneInsertion) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  edit(server, {.prompt = "a red hat", .variations = 3});
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(server.requests(), 3);
  ASSERT_EQ(canvas_.insertions().size(), 1u);
  EXPECT_EQ(canvas_.insertions()[0].layers.size(), 3u);
  EXPECT_EQ(canvas_.insertions()[0].group_name, "a red hat");
}

Route images_route(const ScriptedServer& server) {
  Route route = job_route(server);
  route.endpoint = protocol::parse_endpoint(server.base_url() + "/images/edits").value();
  route.size_fields = protocol::SizeFields::Flat;
  return route;
}

TEST_F(JobTest, SpeaksTheRoutesDialectWithAMask) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  canvas_.select({10, 20, 30, 16});
  job_.emplace(Job::edit(session_.get(), canvas_, {.prompt = "a hat", .aspect_ratio = "3:2"},
                         {.context = 0.1}, images_route(server), events()));
  ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  const std::string sent = server.last_request();
  EXPECT_TRUE(sent.starts_with("POST /v1/images/edits HTTP/1.1\r\n"));
  EXPECT_TRUE(sent.contains("name=\"prompt\"\r\n\r\na hat\r\n")) << "nothing of the ratio";
  EXPECT_TRUE(sent.contains("name=\"size\"\r\n\r\n1536x1024\r\n"));
  EXPECT_TRUE(sent.contains("name=\"mask\"; filename=\"mask.png\""));
}

TEST_F(JobTest, TellsTheSizeInThePromptWhereNoFieldDoes) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  edit(server, {.prompt = "a hat", .aspect_ratio = "3:2", .size = "2K"});
  EXPECT_TRUE(server.last_request().contains(R"(a hat\n\nAspect ratio: 3:2.\n\nSize: 2K.)"));
}

struct FailureCase {
  const char* name;
  Request request;
  std::string reply;
  ErrorKind expected;
};

void PrintTo(const FailureCase& c, std::ostream* os) {
  *os << c.name;
}

class JobFailureTest : public JobTest, public testing::WithParamInterface<FailureCase> {};

TEST_P(JobFailureTest, InsertsNothing) {
  const FailureCase& c = GetParam();
  const ScriptedServer server({.pieces = {c.reply}});
  edit(server, c.request);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, c.expected) << outcome_->error().detail;
  EXPECT_TRUE(canvas_.insertions().empty());
}

const Request hat{.prompt = "a red hat"};

INSTANTIATE_TEST_SUITE_P(
    Failures, JobFailureTest,
    testing::Values(
        FailureCase{"BlankPrompt", {.prompt = " \n"}, "", ErrorKind::Input},
        FailureCase{"NoVariation", {.prompt = "a", .variations = 0}, "", ErrorKind::Input},
        FailureCase{"TooManyVariations", {.prompt = "a", .variations = 9}, "", ErrorKind::Input},
        FailureCase{
            "UnknownReference", {.prompt = "a", .references = {{99}}}, "", ErrorKind::Input},
        FailureCase{"WrongKey", hat,
                    http("401 Unauthorized", R"({"error":{"message":"Incorrect key"}})"),
                    ErrorKind::Auth},
        FailureCase{"Failing", hat, http("500 Oops", "{}"), ErrorKind::Upstream},
        FailureCase{"WordsOnly", hat,
                    http("200 OK", R"({"choices":[{"message":{"content":"I will not."}}]})"),
                    ErrorKind::NoImage},
        FailureCase{"NotAPicture", hat,
                    http("200 OK", R"({"choices":[{"message":{"images":[{"image_url":{"url":)"
                                   R"("data:image/png;base64,AAAAAAAA"}}]}}]})"),
                    ErrorKind::BadImage}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(JobTest, WordsReachTheUser) {
  const ScriptedServer server(
      {.pieces = {http("200 OK", R"({"choices":[{"message":{"content":"I will not."}}]})")}});
  edit(server, hat);
  ASSERT_FALSE(*outcome_);
  EXPECT_NE(outcome_->error().detail.find("I will not."), std::string::npos);
}

TEST_F(JobTest, ClosedImageIsAWarningAndNotALoss) {
  const ScriptedServer server({.pieces = {picture_reply(80, 60)}});
  job_.emplace(Job::edit(session_.get(), canvas_, hat, {}, job_route(server), events()));
  ASSERT_TRUE(run_until([this] { return std::ranges::contains(stages_, Stage::Sending); }));
  canvas_.close();
  ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ((*outcome_)->inserted.landing, host::Landing::ImageClosed);
  ASSERT_EQ((*outcome_)->report.warnings.size(), 1u);
  EXPECT_EQ((*outcome_)->report.warnings[0].name, "image_closed");
}

TEST_F(JobTest, DroppedClosesTheConnectionAndInsertsNothing) {
  const ScriptedServer server({.pieces = {}, .hang = true});
  job_.emplace(Job::edit(session_.get(), canvas_, hat, {}, job_route(server), events()));
  ASSERT_TRUE(run_until([&] { return server.requests() == 1; }));
  job_.reset();
  EXPECT_TRUE(run_until([&] { return server.saw_hang_up(); }));
  EXPECT_FALSE(outcome_);
  EXPECT_TRUE(canvas_.insertions().empty());
}

TEST_F(JobTest, GeneratesFromWordsAlone) {
  const ScriptedServer server({.pieces = {picture_reply(64, 64)}});
  job_.emplace(Job::generate(session_.get(), canvas_, hat, job_route(server), events()));
  ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  ASSERT_TRUE(*outcome_);
  EXPECT_NE(server.last_request().find(R"("content":"a red hat")"), std::string::npos)
      << "a plain string where there is no picture";
  EXPECT_EQ(canvas_.insertions()[0].layers[0].place, (Rect{10, 0, 60, 60}));
}

}  // namespace
}  // namespace wordbrush::edit
