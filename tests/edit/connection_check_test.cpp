// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/connection_check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "edit/answering_server.h"
#include "support/main_loop.h"

namespace wordbrush::edit {
namespace {

using test::AnsweringServer;
using test::run_for;
using test::run_until;
using Answer = AnsweringServer::Answer;
using Question = AnsweringServer::Question;

class ConnectionCheckTest : public testing::Test {
 protected:
  void start(const AnsweringServer& server) {
    auto endpoint = protocol::parse_endpoint(server.origin() + "/v1").value();
    endpoint.extra_headers = {{"X-Title", "title-canary"}};
    check_.emplace(
        session_.get(), std::move(endpoint), "key-canary",
        ConnectionCheckEvents{.on_models =
                                  [this](Result<std::vector<protocol::ModelOffer>> models) {
                                    models_ = std::move(models);
                                    if (ends_with_models_) check_.reset();
                                  },
                              .on_balance =
                                  [this](const protocol::Balance& balance) {
                                    EXPECT_TRUE(models_);
                                    balance_ = balance;
                                  }});
    EXPECT_FALSE(models_) << "called back before the maker had it";
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::optional<ConnectionCheck> check_;
  std::optional<Result<std::vector<protocol::ModelOffer>>> models_;
  std::optional<protocol::Balance> balance_;
  bool ends_with_models_ = false;
};

Answer answer(const Question& asked) {
  if (asked.path == "/v1/models") return {.body = R"({"data":[{"id":"painter"}]})"};
  if (asked.path.ends_with("/subscription")) return {.body = R"({"hard_limit_usd":10})"};
  return {.status = 404};
}

TEST_F(ConnectionCheckTest, TellsTheModelsAndThenTheBalance) {
  const AnsweringServer server(answer);
  start(server);
  ASSERT_TRUE(run_until([this] { return balance_.has_value(); }));
  EXPECT_EQ(models_->value().at(0).name, "painter");
  EXPECT_EQ(*balance_, protocol::Balance{.granted = 10});
}

TEST_F(ConnectionCheckTest, SendsKeyAndExtraHeadersWithEachQuestion) {
  const AnsweringServer server(answer);
  start(server);
  ASSERT_TRUE(run_until([this] { return balance_.has_value(); }));
  EXPECT_EQ(server.questions().size(), 4U);
  for (const Question& asked : server.questions()) {
    EXPECT_EQ(asked.authorization, "Bearer key-canary") << asked.path;
    EXPECT_EQ(asked.title, "title-canary") << asked.path;
  }
}

TEST_F(ConnectionCheckTest, AsksNoFurtherAfterAFailure) {
  const AnsweringServer server([](const Question&) { return Answer{.status = 401}; });
  start(server);
  ASSERT_TRUE(run_until([this] { return models_.has_value(); }));
  run_for(std::chrono::milliseconds(20));
  EXPECT_EQ(models_->error().kind, ErrorKind::Auth);
  EXPECT_EQ(server.questions().size(), 1U);
  EXPECT_FALSE(balance_);
}

TEST_F(ConnectionCheckTest, MayBeDestroyedByItsEvent) {
  ends_with_models_ = true;
  const AnsweringServer server(answer);
  start(server);
  ASSERT_TRUE(run_until([this] { return models_.has_value(); }));
  run_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(balance_);
}

}  // namespace
}  // namespace wordbrush::edit
