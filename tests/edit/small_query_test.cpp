// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/small_query.h"

#include <gtest/gtest.h>

#include <optional>

#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::edit {
namespace {

using test::run_until;
using test::ScriptedServer;

// Nothing tells it from a word, as with some services.
constexpr const char* word_key = "canaryword";

class SmallQueryTest : public testing::Test {
 protected:
  void ask(const std::string& url) {
    query_.emplace(session_.get(), protocol::HttpCall{url, {{"X-Key", word_key}}, {}}, word_key,
                   [this](Result<std::string> body) { outcome_ = std::move(body); });
    EXPECT_FALSE(outcome_) << "called back before the maker had it";
    ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  }

  void ask_for(const std::string& status, const std::string& body) {
    const ScriptedServer server(
        {.pieces = {"HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n" + body}});
    ask(server.url());
    request_ = server.last_request();
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::optional<SmallQuery> query_;
  std::optional<Result<std::string>> outcome_;
  std::string request_;
};

TEST_F(SmallQueryTest, GivesTheBodyOfAnAnswer) {
  ask_for("200 OK", "some words");
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(**outcome_, "some words");
  EXPECT_TRUE(request_.starts_with("GET "));
  EXPECT_TRUE(request_.contains("\r\nX-Key: canaryword\r\n"));
  EXPECT_TRUE(request_.contains("\r\nAccept: application/json\r\n"));
}

TEST_F(SmallQueryTest, FailsByWhatTheServiceSays) {
  ask_for("401 Unauthorized", R"({"error":{"message":"no such key"}})");
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Auth);
  EXPECT_TRUE(outcome_->error().detail.contains("no such key"));
}

TEST_F(SmallQueryTest, RepeatsTheKeyInNoWords) {
  ask_for("200 OK", "models of canaryword");
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ(**outcome_, "models of [...]");
  outcome_.reset();
  ask_for("403 Forbidden", R"({"error":{"message":"canaryword may not"}})");
  ASSERT_FALSE(*outcome_);
  EXPECT_FALSE(outcome_->error().detail.contains(word_key)) << outcome_->error().detail;
}

TEST_F(SmallQueryTest, TakesOnlySoMuch) {
  constexpr std::size_t mebibyte = std::size_t{1} << 20;
  ask_for("200 OK", std::string(17 * mebibyte, 'a'));
  ASSERT_TRUE(*outcome_);
  EXPECT_EQ((*outcome_)->size(), 16 * mebibyte);
}

TEST_F(SmallQueryTest, TellsThatNobodyAnswers) {
  ask(ScriptedServer({}).url());
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Network);
}

TEST_F(SmallQueryTest, CallsBackLaterWhereNothingCouldBeSent) {
  ask("no address at all");
  EXPECT_FALSE(*outcome_);
}

TEST_F(SmallQueryTest, TellsWhereARedirectLeads) {
  ask_for("308 Permanent Redirect\r\nLocation: https://elsewhere.example/v1?k=canaryword", "");
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Protocol);
  EXPECT_TRUE(outcome_->error().detail.contains("https://elsewhere.example/v1?k=[...]"))
      << outcome_->error().detail;
}

}  // namespace
}  // namespace wordbrush::edit
