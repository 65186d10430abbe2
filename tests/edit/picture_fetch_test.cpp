// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/picture_fetch.h"

#include <gtest/gtest.h>

#include <optional>

#include "edit/answering_server.h"
#include "protocol/limits.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::edit {
namespace {

using test::AnsweringServer;
using test::run_until;
using test::ScriptedServer;
using Answer = AnsweringServer::Answer;
using Question = AnsweringServer::Question;

const std::string png_start = "\x89PNG\r\n\x1A\n and so on";

constexpr FetchLimits fetch_at_once{.before_repeat = std::chrono::milliseconds(0)};

class PictureFetchTest : public testing::Test {
 protected:
  void start(const std::string& origin, const std::string& address, bool is_near = true,
             FetchLimits limits = fetch_at_once) {
    auto endpoint = protocol::parse_endpoint(origin).value();
    endpoint.extra_headers = {{"X-Title", "title-canary"}};
    fetch_.emplace(
        session_.get(), AnswerSource{std::move(endpoint), "secret-canary", is_near}, address,
        [this](Result<SharedBytes> got) { outcome_ = std::move(got); }, limits);
    EXPECT_FALSE(outcome_) << "called back before the maker had it";
  }

  void fetch(const std::string& origin, const std::string& address, bool is_near = true,
             FetchLimits limits = fetch_at_once) {
    start(origin, address, is_near, limits);
    ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  }

  std::string text() const { return {(**outcome_)->begin(), (**outcome_)->end()}; }
  std::string failure() const {
    EXPECT_FALSE(*outcome_) << "it did not fail";
    EXPECT_EQ(outcome_->error().kind, ErrorKind::Download);
    return outcome_->error().detail;
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::optional<PictureFetch> fetch_;
  std::optional<Result<SharedBytes>> outcome_;
};

TEST_F(PictureFetchTest, GivesTheBytes) {
  const AnsweringServer server([](const Question&) { return Answer{.body = png_start}; });
  fetch(server.origin(), server.origin() + "/a.png?sign=1%2F2&t=3");
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ(text(), png_start);
  EXPECT_EQ(fetch_->bytes_received(), png_start.size());
  ASSERT_EQ(server.questions().size(), 1u);
  EXPECT_EQ(server.questions()[0].query, "sign=1%2F2&t=3");
}

TEST_F(PictureFetchTest, TakesAPathFromTheEndpoint) {
  const AnsweringServer server([](const Question&) { return Answer{.body = png_start}; });
  fetch(server.origin(), "/images/a.png");
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(server.questions().at(0).path, "/images/a.png");
}

TEST_F(PictureFetchTest, GivesTheKeyAndTheExtraHeadersToTheEndpointAlone) {
  const AnsweringServer stranger([](const Question&) { return Answer{.body = png_start}; });
  const AnsweringServer endpoint([&](const Question& asked) {
    if (asked.path == "/here") return Answer{.body = png_start};
    return Answer{.status = 302, .headers = {{"Location", stranger.origin() + "/there"}}};
  });
  fetch(endpoint.origin(), "/here");
  EXPECT_EQ(endpoint.questions().at(0).authorization, "Bearer secret-canary");
  EXPECT_EQ(endpoint.questions().at(0).title, "title-canary");
  outcome_.reset();
  fetch(endpoint.origin(), stranger.origin() + "/a.png");
  EXPECT_EQ(stranger.questions().at(0).authorization, "");
  EXPECT_EQ(stranger.questions().at(0).title, "");
  outcome_.reset();
  fetch(endpoint.origin(), "/away");
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(stranger.questions().at(1).path, "/there");
  EXPECT_EQ(stranger.questions().at(1).authorization, "");
  EXPECT_EQ(stranger.questions().at(1).title, "");
}

TEST_F(PictureFetchTest, KeepsNoCookie) {
  const AnsweringServer server([](const Question& asked) {
    if (asked.path == "/b") return Answer{.body = png_start};
    return Answer{.status = 307, .headers = {{"Set-Cookie", "a=1; Path=/"}, {"Location", "/b"}}};
  });
  fetch(server.origin(), "/a");
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(server.questions().at(1).cookie, "");
}

class RedirectTest : public PictureFetchTest, public testing::WithParamInterface<int> {};

TEST_P(RedirectTest, IsFollowed) {
  const AnsweringServer server([](const Question& asked) {
    if (asked.path == "/x/end") return Answer{.body = png_start};
    return Answer{.status = GetParam(), .headers = {{"Location", "end"}}};
  });
  fetch(server.origin(), "/x/start");
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ(text(), png_start);
}

INSTANTIATE_TEST_SUITE_P(Status, RedirectTest, testing::Values(301, 302, 303, 307, 308));

TEST_F(PictureFetchTest, FollowsFiveRedirectsAndNoMore) {
  const AnsweringServer server([](const Question& asked) {
    const std::size_t hops = asked.path.size();
    if (asked.path.ends_with("z")) return Answer{.body = png_start};
    return Answer{.status = 302,
                  .headers = {{"Location", hops == 5 ? "/aaaaz" : asked.path + "a"}}};
  });
  fetch(server.origin(), "/");
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ(server.questions().size(), 6u);

  const AnsweringServer circle(
      [](const Question&) { return Answer{.status = 302, .headers = {{"Location", "/again"}}}; });
  outcome_.reset();
  fetch(circle.origin(), "/again");
  EXPECT_NE(failure().find("leads on and on"), std::string::npos) << failure();
  EXPECT_EQ(circle.questions().size(), 6u);
}

TEST_F(PictureFetchTest, LooksAtEachRedirectAnew) {
  const AnsweringServer server([](const Question&) {
    return Answer{.status = 302, .headers = {{"Location", "file:///etc/passwd"}}};
  });
  fetch(server.origin(), "/a.png");
  EXPECT_NE(failure().find("http://"), std::string::npos) << failure();
}

TEST_F(PictureFetchTest, AsksNothingNearForAnAnswerFromAfar) {
  const AnsweringServer server([](const Question&) { return Answer{.body = png_start}; });
  const std::string path = server.origin().substr(server.origin().rfind(':')) + "/a.png";
  for (const std::string near :
       {"http://127.0.0.1", "http://[::ffff:127.0.0.1]", "http://localhost"}) {
    outcome_.reset();
    fetch("https://api.example.com", near + path, false);
    EXPECT_NE(failure().find("private network"), std::string::npos) << failure();
    EXPECT_EQ(failure().find("browser"), std::string::npos) << failure();
  }
  EXPECT_TRUE(server.questions().empty());
}

struct BadAnswer {
  const char* name;
  Answer answer;
  const char* words;
  std::size_t questions;
};

void PrintTo(const BadAnswer& c, std::ostream* os) {
  *os << c.name;
}

class BadAnswerTest : public PictureFetchTest, public testing::WithParamInterface<BadAnswer> {};

TEST_P(BadAnswerTest, IsToldWithTheAddress) {
  const BadAnswer& c = GetParam();
  const AnsweringServer server([&](const Question&) { return c.answer; });
  fetch(server.origin(), server.origin() + "/a.png?sign=x");
  EXPECT_NE(failure().find(c.words), std::string::npos) << failure();
  EXPECT_TRUE(failure().ends_with(" " + server.origin() + "/a.png?sign=x")) << failure();
  EXPECT_EQ(server.questions().size(), c.questions);
}

INSTANTIATE_TEST_SUITE_P(
    Answers, BadAnswerTest,
    testing::Values(BadAnswer{"Gone", {.status = 404, .body = "no"}, "error 404", 1},
                    BadAnswer{"Expired", {.status = 403, .body = "<Error/>"}, "error 403", 1},
                    BadAnswer{"Failing", {.status = 503}, "error 503", 2},
                    BadAnswer{"MovedNowhere", {.status = 302}, "error 302", 1},
                    BadAnswer{"Nothing", {.body = ""}, "nothing", 1},
                    BadAnswer{"Page", {.body = "\n<!DOCTYPE html><html></html>"}, "web page", 1},
                    BadAnswer{"Json", {.body = R"({"error":"expired"})"}, "text", 1}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(PictureFetchTest, TriesOnceMoreWhereTheServerFails) {
  int count = 0;
  const AnsweringServer server([&](const Question&) {
    return ++count == 1 ? Answer{.status = 500} : Answer{.body = png_start};
  });
  fetch(server.origin(), "/a.png");
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ(text(), png_start);
}

TEST_F(PictureFetchTest, TriesOnceMoreWhereTheConnectionIsLost) {
  const ScriptedServer server({.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"}});
  fetch("http://127.0.0.1:" + std::to_string(server.port()), "/a.png");
  EXPECT_NE(failure().find("lost"), std::string::npos) << failure();
  EXPECT_EQ(server.requests(), 2);
}

TEST_F(PictureFetchTest, StopsAtTheSizeOfAPicture) {
  std::vector<std::string> pieces = {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"};
  const std::string piece(protocol::mebibyte, 'x');
  pieces.insert(pieces.end(), protocol::max_picture_bytes / protocol::mebibyte + 1, piece);
  const ScriptedServer server({.pieces = pieces, .hang = true});
  fetch("http://127.0.0.1:" + std::to_string(server.port()), "/a.png");
  EXPECT_NE(failure().find("larger"), std::string::npos) << failure();
  EXPECT_TRUE(run_until([&] { return server.saw_hang_up(); }));
}

TEST_F(PictureFetchTest, StopsWhenTheTimeIsOver) {
  const ScriptedServer server({.pieces = {}, .hang = true});
  FetchLimits limits = fetch_at_once;
  limits.time.total = std::chrono::milliseconds(20);
  fetch("http://127.0.0.1:" + std::to_string(server.port()), "/a.png", true, limits);
  EXPECT_FALSE(failure().empty());
}

TEST_F(PictureFetchTest, DroppedClosesTheConnection) {
  const ScriptedServer server({.pieces = {}, .hang = true});
  start("http://127.0.0.1:" + std::to_string(server.port()), "/a.png");
  ASSERT_TRUE(run_until([&] { return server.requests() == 1; }));
  fetch_.reset();
  EXPECT_TRUE(run_until([&] { return server.saw_hang_up(); }));
  EXPECT_FALSE(outcome_);
}

TEST_F(PictureFetchTest, ShowsAnAddressWithoutTheKeyAndNotForever) {
  fetch("https://api.example.com", "ftp://host/secret-canary/" + std::string(5000, 'a'), false);
  EXPECT_EQ(failure().find("secret-canary"), std::string::npos);
  EXPECT_LT(failure().size(), 2000u);
}

}  // namespace
}  // namespace wordbrush::edit
