// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "net/stream_fixture.h"

namespace wordbrush::net {
namespace {

using namespace std::chrono_literals;
using test::chunk;
using test::chunked_head;
using test::large_body;
using test::post;
using wordbrush::test::run_for;
using wordbrush::test::run_until;
using wordbrush::test::ScriptedServer;

struct FailureCase {
  const char* name;
  ScriptedServer::Script script;
  ErrorKind kind;
  const char* words;  ///< the sentence has them
  std::chrono::milliseconds idle = 10s;
};

void PrintTo(const FailureCase& failure, std::ostream* os) {
  *os << failure.name;
}

class HttpStreamFailureTest : public test::StreamFixture,
                              public testing::WithParamInterface<FailureCase> {};

TEST_P(HttpStreamFailureTest, EndsOnceWithItsKind) {
  const auto& failure = GetParam();
  limits_.idle = failure.idle;
  ScriptedServer server(failure.script);
  start(post(server.url()));

  ASSERT_TRUE(run_to_end());
  run_for(20ms);
  EXPECT_EQ(ends_, 1);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, failure.kind) << outcome_->error().detail;
  EXPECT_NE(outcome_->error().detail.find(failure.words), std::string::npos)
      << outcome_->error().detail;
  EXPECT_NE(outcome_->error().detail.find("127.0.0.1"), std::string::npos)
      << outcome_->error().detail;
  EXPECT_EQ(server.requests(), 1) << "a paid request is never repeated";
}

INSTANTIATE_TEST_SUITE_P(
    Answers, HttpStreamFailureTest,
    testing::Values(
        FailureCase{"None", {}, ErrorKind::Network, "without an answer"},
        FailureCase{"CutInTheHead",
                    {.pieces = {"HTTP/1.1 200 OK\r\nContent"}},
                    ErrorKind::Network,
                    "as a web server does"},
        FailureCase{"CutChunks",
                    {.pieces = {chunked_head, chunk("half")}},
                    ErrorKind::Network,
                    "before the answer was complete"},
        FailureCase{"CutInAChunk",
                    {.pieces = {chunked_head, "ff\r\nhalf"}},
                    ErrorKind::Network,
                    "before the answer was complete"},
        FailureCase{"CutLength",
                    {.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"}},
                    ErrorKind::Network,
                    "before the answer was complete"},
        FailureCase{"CutLengthOfAClosed",
                    {.pieces = {"HTTP/1.1 200 OK\r\nConnection: close\r\n"
                                "Content-Length: 9\r\n\r\nhalf"}},
                    ErrorKind::Network,
                    "before the answer was complete"},
        FailureCase{"NotHttp",
                    {.pieces = {"220 mail.example ESMTP\r\n\r\n"}},
                    ErrorKind::Network,
                    "as a web server does"},
        FailureCase{
            "SilentFromTheStart", {.hang = true}, ErrorKind::Timeout, "Nothing went", 100ms},
        FailureCase{"SilentAfterTheHead",
                    {.pieces = {chunked_head}, .hang = true},
                    ErrorKind::Timeout,
                    "Nothing went",
                    100ms},
        FailureCase{"SilentInTheMiddle",
                    {.pieces = {chunked_head, chunk("half")}, .hang = true},
                    ErrorKind::Timeout,
                    "Nothing went",
                    100ms}),
    [](const auto& test) { return std::string(test.param.name); });

class HttpStreamLimitTest : public test::StreamFixture {};

TEST_F(HttpStreamLimitTest, ServerThatTakesNoBytesIsIdle) {
  limits_.idle = 150ms;
  ScriptedServer server({.pause_at = 1});
  start(post(server.url(), std::string(large_body, 'x')));
  ASSERT_TRUE(run_to_end());
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Timeout);
  EXPECT_EQ(outcome_->error().detail, "Nothing went to or came from 127.0.0.1 for 1 s.");
}

TEST_F(HttpStreamLimitTest, EachByteStartsTheIdleTimeAnew) {
  limits_.idle = 1s;
  const std::vector<std::string> pieces(6, chunk(": PING\n"));
  ScriptedServer::Script script{.pieces = {chunked_head}, .step = true};
  script.pieces.insert(script.pieces.end(), pieces.begin(), pieces.end());
  script.pieces.push_back(test::last_chunk);
  ScriptedServer server(std::move(script));
  start(post(server.url()));

  for (std::size_t piece = 0; piece <= pieces.size(); ++piece) {
    run_for(200ms);
    ASSERT_EQ(ends_, 0);
    server.release();
  }
  ASSERT_TRUE(run_to_end());
  EXPECT_TRUE(*outcome_) << outcome_->error().detail;
}

TEST_F(HttpStreamLimitTest, TotalTimeEndsWhatIsStillComing) {
  limits_.total = 300ms;
  ScriptedServer::Script script{.pieces = {chunked_head}, .step = true, .hang = true};
  script.pieces.insert(script.pieces.end(), 100, chunk("more"));
  ScriptedServer server(std::move(script));
  start(post(server.url()));
  ASSERT_TRUE(run_until([this, &server] {
    server.release();
    return ends_ > 0;
  }));
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Timeout);
  EXPECT_EQ(outcome_->error().detail, "The answer from 127.0.0.1 was not complete after 1 s.");
}

TEST_F(HttpStreamLimitTest, ConnectionThatIsNotMadeHasItsOwnLimit) {
  limits_.connect = 100ms;
  ScriptedServer server({.hang = true});
  // It waits for a request while the client waits for the TLS handshake.
  start(post("https://127.0.0.1:" + std::to_string(server.port()) + "/v1"));
  ASSERT_TRUE(run_to_end());
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Timeout);
  EXPECT_EQ(outcome_->error().detail, "The connection to 127.0.0.1 was not made within 1 s.");
}

class HttpStreamConnectTest : public test::StreamFixture {};

TEST_F(HttpStreamConnectTest, RefusedConnectionSaysSo) {
  std::string url;
  {
    ScriptedServer gone({});
    url = gone.url();
  }
  start(post(url));
  ASSERT_TRUE(run_to_end());
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Network);
  EXPECT_NE(outcome_->error().detail.find("127.0.0.1 refused the connection"), std::string::npos)
      << outcome_->error().detail;
}

TEST_F(HttpStreamConnectTest, UnknownNameSaysSo) {
  start(post("http://no-such-server.invalid/v1"));
  ASSERT_TRUE(run_to_end());
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Network);
  EXPECT_EQ(outcome_->error().detail,
            "There is no server named no-such-server.invalid. Check the address and the network.");
}

TEST_F(HttpStreamConnectTest, ServerThatHangsUpWhileItIsSentToIsNamed) {
  ScriptedServer server({.early = true});
  start(post(server.url(), std::string(large_body, 'x')));
  ASSERT_TRUE(run_to_end());
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Network);
  EXPECT_NE(outcome_->error().detail.find("may be too large"), std::string::npos)
      << outcome_->error().detail;
}

}  // namespace
}  // namespace wordbrush::net
