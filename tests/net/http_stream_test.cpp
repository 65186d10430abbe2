// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_stream.h"

#include <algorithm>
#include <ostream>

#include "net/stream_fixture.h"

namespace wordbrush::net {
namespace {

using test::chunk;
using test::chunked_head;
using test::large_body;
using test::last_chunk;
using test::post;
using wordbrush::test::run_until;
using wordbrush::test::ScriptedServer;

using HttpStreamTest = test::StreamFixture;

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

TEST_F(HttpStreamTest, HandsOnBytesAsTheyArrive) {
  ScriptedServer server(
      {.pieces = {chunked_head + chunk("one "), chunk("two"), last_chunk}, .step = true});
  start(post(server.url()));

  ASSERT_TRUE(run_until([this] { return received_ == "one "; }));
  server.release();
  ASSERT_TRUE(run_until([this] { return received_ == "one two"; }));
  EXPECT_EQ(ends_, 0) << "the first bytes must not wait for the last";
  server.release();
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ((*outcome_)->status, 200);
  EXPECT_EQ((*outcome_)->content_type, "text/event-stream");
  EXPECT_EQ((*outcome_)->error_body, "");
}

TEST_F(HttpStreamTest, SendsHeadersAndBody) {
  ScriptedServer server({.pieces = {chunked_head + last_chunk}});
  auto request = post(server.url(), "{\"a\":1}");
  request.headers = {{"Authorization", "Bearer k"},
                     {"Accept", "text/event-stream, application/json"}};
  start(std::move(request));
  ASSERT_TRUE(run_to_end());

  const auto sent = server.last_request();
  EXPECT_TRUE(sent.starts_with("POST /v1/chat/completions HTTP/1.1\r\n")) << sent;
  const std::string user_agent =
      std::string("\r\nUser-Agent: Wordbrush/") + WORDBRUSH_VERSION + "\r\n";
  for (const auto* const line :
       {"\r\nAuthorization: Bearer k\r\n", "\r\nAccept: text/event-stream, application/json\r\n",
        "\r\nContent-Type: application/json\r\n", "\r\nContent-Length: 7\r\n", user_agent.c_str(),
        "\r\nAccept-Encoding: identity\r\n"})
    EXPECT_EQ(count(sent, line), 1U) << line << " in " << sent;
  EXPECT_EQ(count(sent, "\r\nExpect:"), 0U) << sent;
  EXPECT_EQ(count(sent, "\r\nTransfer-Encoding:"), 0U) << sent;
  EXPECT_TRUE(sent.ends_with("\r\n\r\n{\"a\":1}")) << sent;
}

TEST_F(HttpStreamTest, GetsWithoutABody) {
  ScriptedServer server({.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"}});
  start({.method = "GET", .url = server.base_url() + "/models"});
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(received_, "[]");
  EXPECT_TRUE(server.last_request().starts_with("GET /v1/models HTTP/1.1\r\n"));
  EXPECT_EQ(count(server.last_request(), "Content-"), 0U);
}

TEST_F(HttpStreamTest, KeepsTheKeyAfterARefusal) {
  ScriptedServer server({.pieces = {"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n"
                                    "WWW-Authenticate: Basic realm=\"x\"\r\n\r\n"}});
  for (const int expected : {1, 2}) {
    auto request = post(server.url());
    request.headers = {{"Authorization", "Bearer k"}};
    ends_ = 0;
    start(std::move(request));
    ASSERT_TRUE(run_to_end());
    ASSERT_TRUE(*outcome_);
    EXPECT_EQ((*outcome_)->status, 401);
    EXPECT_EQ(count(server.last_request(), "\r\nAuthorization: Bearer k\r\n"), 1U);
    EXPECT_EQ(server.requests(), expected) << "no request is repeated by the way";
  }
}

TEST_F(HttpStreamTest, CountsWhatItHasSent) {
  const auto picture = std::make_shared<Bytes>(3'000'001, std::uint8_t{7});
  const RequestBody body{.content_type = "application/json",
                         .pieces = {std::string("{\""), Base64Piece{picture}, std::string("\"}")}};
  ScriptedServer server({.pieces = {chunked_head + last_chunk}});
  start({.url = server.url(), .body = body});
  ASSERT_TRUE(run_to_end());

  EXPECT_GT(sent_.size(), 1U);
  EXPECT_TRUE(std::ranges::is_sorted(sent_));
  EXPECT_EQ(sent_.back(), body.size());
  EXPECT_EQ(total_, body.size());
  EXPECT_TRUE(server.last_request().ends_with("\r\n\r\n" + to_text(body)));
  EXPECT_EQ(count(server.last_request(), "Content-Length: " + std::to_string(body.size())), 1U);
}

struct AnswerCase {
  const char* name;
  std::string head;
  std::string tail;
};

void PrintTo(const AnswerCase& answer, std::ostream* os) {
  *os << answer.name;
}

class WholeAnswerTest : public HttpStreamTest, public testing::WithParamInterface<AnswerCase> {};

TEST_P(WholeAnswerTest, ComesWhole) {
  std::string body(large_body, ' ');
  for (std::size_t at = 0; at < body.size(); at += 1000)
    body[at] = static_cast<char>('a' + at / 1000 % 26);
  ScriptedServer server({.pieces = {GetParam().head, body, GetParam().tail}});
  start(post(server.url()));
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_TRUE(received_ == body) << received_.size() << " bytes";
}

INSTANTIATE_TEST_SUITE_P(
    Framing, WholeAnswerTest,
    testing::Values(AnswerCase{"Chunked", chunked_head + "2300000\r\n", "\r\n0\r\n\r\n"},
                    AnswerCase{"Length", "HTTP/1.1 200 OK\r\nContent-Length: 36700160\r\n\r\n", ""},
                    AnswerCase{"LengthAndClose",
                               "HTTP/1.1 200 OK\r\nConnection: close\r\n"
                               "Content-Length: 36700160\r\n\r\n",
                               ""},
                    AnswerCase{"UntilTheEnd", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", ""},
                    AnswerCase{"Http10", "HTTP/1.0 200 OK\r\n\r\n", ""}),
    [](const auto& test) { return std::string(test.param.name); });

struct StatusCase {
  const char* name;
  int status;
};

void PrintTo(const StatusCase& status, std::ostream* os) {
  *os << status.name;
}

class StatusTest : public HttpStreamTest, public testing::WithParamInterface<StatusCase> {};

TEST_P(StatusTest, IsAnAnswerWithItsBody) {
  ScriptedServer server(
      {.pieces = {
           "HTTP/1.1 " + std::to_string(GetParam().status) +
           " Words\r\nContent-Type: application/json; charset=utf-8\r\n"
           "Retry-After: 7\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 4\r\n\r\noops"}});
  start(post(server.url()));
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ((*outcome_)->status, GetParam().status);
  EXPECT_EQ((*outcome_)->error_body, "oops");
  EXPECT_EQ((*outcome_)->retry_after, std::chrono::seconds(7));
  EXPECT_EQ((*outcome_)->content_type, "application/json");
  EXPECT_EQ(received_, "") << "on_bytes is for 2xx";
  EXPECT_EQ(server.requests(), 1);
}

INSTANTIATE_TEST_SUITE_P(Refusals, StatusTest,
                         testing::Values(StatusCase{"Moved", 301}, StatusCase{"MovedForNow", 307},
                                         StatusCase{"BadRequest", 400}, StatusCase{"WrongKey", 401},
                                         StatusCase{"ProxyKey", 407}, StatusCase{"TooMany", 429},
                                         StatusCase{"Down", 503}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_F(HttpStreamTest, KeepsTheStartOfAnErrorOnly) {
  constexpr std::size_t limit = 65536;
  ScriptedServer server(
      {.pieces = {"HTTP/1.1 502 Bad\r\nContent-Length: 200000\r\n\r\n", std::string(200000, 'x')}});
  start(post(server.url()));
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ((*outcome_)->error_body, std::string(limit, 'x'));
}

TEST_F(HttpStreamTest, HearsAnAnswerThatComesBeforeItsBodyIsSent) {
  ScriptedServer server({.pieces = {"HTTP/1.1 413 Too Large\r\nContent-Length: 4\r\n\r\noops"},
                         .hang = true,
                         .hang_up_first = true,
                         .early = true});
  start(post(server.url(), std::string(large_body, 'x')));
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ((*outcome_)->status, 413);
  EXPECT_EQ((*outcome_)->error_body, "oops");
  EXPECT_TRUE(sent_.empty() || sent_.back() < large_body) << "nobody reads the rest";
}

TEST_F(HttpStreamTest, UsesNoConnectionTwice) {
  ScriptedServer server({.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}});
  for (const int expected : {1, 2}) {
    ends_ = 0;
    start(post(server.url()));
    ASSERT_TRUE(run_to_end());
    ASSERT_TRUE(*outcome_) << outcome_->error().detail;
    EXPECT_EQ(server.requests(), expected);
  }
}

}  // namespace
}  // namespace wordbrush::net
