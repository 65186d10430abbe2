// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/exchange.h"

#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "net/session.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::edit {
namespace {

using test::run_until;
using test::ScriptedServer;

std::string http(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

std::string failure(const std::string& status, const std::string& headers = "",
                    const std::string& message = "Not now.", const std::string& code = "") {
  return http(status, headers,
              R"({"error":{"message":")" + message + R"(","code":")" + code + R"("}})");
}

// The start of a PNG, which is all that an exchange asks for.
const std::string picture_answer = http(
    "200 OK", "",
    R"json({"choices":[{"message":{"content":"![](data:image/png;base64,iVBORw0KGgo=)"}}]})json");
const std::string soon = "Retry-After-Ms: 5\r\n";

Route exchange_route(const ScriptedServer& server) {
  return {.endpoint = protocol::parse_endpoint(server.base_url()).value(), .key = "sk-canary"};
}

class ExchangeTest : public testing::Test {
 protected:
  void start(const ScriptedServer& server, const protocol::PictureRequest& request) {
    exchange_.emplace(
        session_.get(), exchange_route(server), request,
        ExchangeEvents{
            .on_progress =
                [this](const ExchangeProgress& progress) {
                  if (progress.retry_at != 0) ++pauses_;
                },
            .on_end = [this](Result<protocol::Reply> reply) { reply_ = std::move(reply); }});
  }

  void run(const ScriptedServer& server, bool stream = true) {
    start(server, {.model = "m", .prompt = "a hat", .stream = stream});
    ASSERT_TRUE(run_until([this] { return reply_.has_value(); }));
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::optional<Exchange> exchange_;
  std::optional<Result<protocol::Reply>> reply_;
  int pauses_ = 0;
};

TEST_F(ExchangeTest, SendsTheExtraHeadersAndTheKey) {
  const ScriptedServer server({.pieces = {picture_answer}});
  auto route = exchange_route(server);
  route.endpoint.extra_headers = {{"X-Title", "Wordbrush"}, {"authorization", "of the user's"}};
  exchange_.emplace(session_.get(), route, protocol::PictureRequest{.model = "m", .prompt = "p"},
                    ExchangeEvents{.on_end = [this](Result<protocol::Reply> reply) {
                      reply_ = std::move(reply);
                    }});
  ASSERT_TRUE(run_until([this] { return reply_.has_value(); }));
  const std::string request = server.last_request();
  EXPECT_TRUE(request.contains("\r\nX-Title: Wordbrush\r\n")) << request;
  EXPECT_TRUE(request.contains("Bearer sk-canary\r\n")) << request;
  EXPECT_FALSE(request.contains("of the user's")) << request;
}

struct RetryCase {
  const char* name;
  std::vector<std::string> first;
  std::string then;
  int requests;
  std::optional<ErrorKind> expected;  // none: the picture came
};

void PrintTo(const RetryCase& c, std::ostream* os) {
  *os << c.name;
}

class ExchangeRetryTest : public ExchangeTest, public testing::WithParamInterface<RetryCase> {};

TEST_P(ExchangeRetryTest, SendsAsOftenAsItMay) {
  const RetryCase& c = GetParam();
  const ScriptedServer server({.pieces = {c.then}, .first = c.first});
  run(server);
  EXPECT_EQ(server.requests(), c.requests);
  EXPECT_EQ(exchange_->progress().tries, c.requests);
  ASSERT_EQ(reply_->has_value(), !c.expected.has_value());
  if (c.expected) {
    EXPECT_EQ(reply_->error().kind, *c.expected);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Answers, ExchangeRetryTest,
    testing::Values(
        RetryCase{"AtOnce", {}, picture_answer, 1, {}},
        RetryCase{"BusyOnce", {failure("429 Too Many Requests", soon)}, picture_answer, 2, {}},
        RetryCase{"BusyTwice",
                  {failure("429 Too Many Requests", soon), failure("503 Unavailable", soon)},
                  picture_answer,
                  3,
                  {}},
        RetryCase{"Overloaded", {failure("529 Overloaded", soon)}, picture_answer, 2, {}},
        RetryCase{
            "BusyForGood", {}, failure("429 Too Many Requests", soon), 3, ErrorKind::RateLimit},
        RetryCase{"DelayInTheBody",
                  {http("429 Too Many Requests", "",
                        R"({"error":{"message":"Slow down.","status":"RESOURCE_EXHAUSTED",)"
                        R"("details":[{"retryDelay":"0.005s"}]}})")},
                  picture_answer,
                  2,
                  {}},
        RetryCase{"BusyForLong",
                  {},
                  failure("429 Too Many Requests", "Retry-After: 121\r\n"),
                  1,
                  ErrorKind::RateLimit},
        RetryCase{"NoCredit",
                  {},
                  failure("429 Too Many Requests", soon, "Pay first.", "insufficient_quota"),
                  1,
                  ErrorKind::Quota},
        RetryCase{"NoSuchModel",
                  {},
                  failure("503 Unavailable", soon, "No channel.", "model_not_found"),
                  1,
                  ErrorKind::NotFound},
        RetryCase{"Broken", {}, failure("500 Oops", soon), 1, ErrorKind::Upstream},
        RetryCase{"BadGateway", {}, failure("502 Bad Gateway", soon), 1, ErrorKind::Upstream},
        RetryCase{"MaybePaid", {}, failure("504 Gateway Timeout", soon), 1, ErrorKind::Timeout},
        RetryCase{"WrongKey", {}, failure("401 Unauthorized", soon), 1, ErrorKind::Auth},
        RetryCase{"StreamRefused",
                  {failure("400 Bad Request", "", "stream is not supported by this model")},
                  picture_answer,
                  2,
                  {}},
        RetryCase{"StreamRefusedForGood",
                  {},
                  failure("400 Bad Request", "", "Unknown name \\\"stream\\\""),
                  2,
                  ErrorKind::BadRequest},
        RetryCase{"StreamRefusedThenBusy",
                  {failure("422 Unprocessable", "", "set stream=false"),
                   failure("429 Too Many Requests", soon)},
                  picture_answer,
                  3,
                  {}},
        RetryCase{"NotAboutTheStream",
                  {},
                  failure("400 Bad Request", "", "bad upstream response"),
                  1,
                  ErrorKind::BadRequest},
        RetryCase{"WordsAreAnAnswer",
                  {},
                  http("200 OK", soon, R"({"choices":[{"message":{"content":"No."}}]})"),
                  1,
                  ErrorKind::NoImage},
        RetryCase{"ErrorInA200",
                  {},
                  http("200 OK", soon, R"({"error":{"code":429}})"),
                  1,
                  ErrorKind::RateLimit}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(ExchangeTest, ChangesTheStreamModeEitherWay) {
  for (const bool stream : {true, false}) {
    const ScriptedServer server(
        {.pieces = {picture_answer},
         .first = {failure("400 Bad Request", "", "stream not supported")}});
    reply_.reset();
    run(server, stream);
    EXPECT_TRUE(*reply_);
    EXPECT_TRUE(exchange_->retries().changed_stream());
    EXPECT_TRUE(server.last_request().contains(stream ? R"("stream":false)" : R"("stream":true)"));
  }
}

TEST_F(ExchangeTest, LeavesOutFieldsThatAreRefused) {
  const ScriptedServer server(
      {.pieces = {picture_answer},
       .first = {failure("400 Bad Request", "", "Unknown name image_config")}});
  start(server, {.model = "m",
                 .prompt = "a hat",
                 .aspect_ratio = "16:9",
                 .size_fields = protocol::SizeFields::OpenRouter});
  ASSERT_TRUE(run_until([this] { return reply_.has_value(); }));
  EXPECT_TRUE(*reply_);
  EXPECT_EQ(server.requests(), 2);
  EXPECT_TRUE(exchange_->retries().left_out_fields());
  EXPECT_FALSE(server.last_request().contains("image_config"));
  EXPECT_TRUE(server.last_request().contains("16:9"));
}

TEST_F(ExchangeTest, RepeatsNothingWithoutSuchFields) {
  const ScriptedServer server({.pieces = {failure("400 Bad Request", "", "image size too small")}});
  run(server);
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(ExchangeTest, SaysThatItWaits) {
  const ScriptedServer server(
      {.pieces = {picture_answer},
       .first = {failure("429 Too Many Requests", "Retry-After-Ms: 1200\r\n")}});
  run(server);
  EXPECT_TRUE(*reply_);
  EXPECT_EQ(pauses_, 2);  // at the start, and when the last part of a second begins
  EXPECT_EQ(exchange_->progress().retry_at, 0);
}

TEST_F(ExchangeTest, DroppedWhileItWaitsSendsNothing) {
  const ScriptedServer server({.pieces = {failure("429 Too Many Requests", "Retry-After: 1\r\n")}});
  start(server, {.model = "m", .prompt = "a hat"});
  ASSERT_TRUE(run_until([this] { return pauses_ > 0; }));
  exchange_.reset();
  test::run_for(std::chrono::milliseconds(1100));
  EXPECT_EQ(server.requests(), 1);
  EXPECT_FALSE(reply_);
}

}  // namespace
}  // namespace wordbrush::edit
