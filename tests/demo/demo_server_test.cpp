// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_server.h"

#include <gtest/gtest.h>

#include <optional>

#include "demo/demo_pictures.h"
#include "net/http_stream.h"
#include "net/session.h"
#include "pixels/decode.h"
#include "pixels/encode.h"
#include "protocol/chat_request.h"
#include "protocol/dialect.h"
#include "protocol/endpoint.h"
#include "protocol/models_reply.h"
#include "protocol/reply_reader.h"
#include "support/main_loop.h"

namespace wordbrush::demo {
namespace {

using namespace std::chrono_literals;
using net::HttpAnswer;
using net::HttpRequest;
using net::HttpStream;
using test::filled;
using test::part_of;
using wordbrush::test::run_for;
using wordbrush::test::run_until;

/// A request that is under way.
class Exchange {
 public:
  Exchange(SoupSession* session, HttpRequest request) {
    auto started = HttpStream::start(
        session, std::move(request), {},
        {.on_bytes = [this](std::string_view bytes) { body_ += bytes; },
         .on_end = [this](Result<HttpAnswer> outcome) { outcome_ = std::move(outcome); }});
    if (started) stream_.emplace(std::move(*started));
  }
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;
  ~Exchange() = default;

  bool run_to_end() {
    return run_until([this] { return outcome_.has_value(); });
  }
  int status() const { return outcome_ && *outcome_ ? (*outcome_)->status : 0; }
  const HttpAnswer& answer() const { return **outcome_; }
  const std::string& body() const { return body_; }
  void drop() { stream_.reset(); }

 private:
  std::optional<HttpStream> stream_;
  std::string body_;
  std::optional<Result<HttpAnswer>> outcome_;
};

class DemoServerTest : public testing::Test {
 protected:
  void SetUp() override {
    auto started = DemoServer::start();
    ASSERT_TRUE(started);
    server_.emplace(std::move(*started));
  }

  HttpRequest with_key(HttpRequest request) const {
    request.headers.emplace_back("Authorization", "Bearer " + server_->key());
    return request;
  }

  HttpRequest chat(const std::string& prompt, std::vector<protocol::ImagePart> images = {}) const {
    return with_key(
        {.url = server_->base_url() + "/chat/completions",
         .body = protocol::make_chat_body(
             {.model = "wordbrush-demo", .prompt = prompt, .images = std::move(images)})});
  }

  std::optional<DemoServer> server_;
  GObjectPtr<SoupSession> session_ = net::make_session();
};

TEST_F(DemoServerTest, AnswersWithTheChangedPicture) {
  Exchange exchange(session_.get(), chat("invert", {part_of(filled(64, 32, {0, 0, 0, 255}))}));
  ASSERT_TRUE(exchange.run_to_end());
  ASSERT_EQ(exchange.status(), 200);
  EXPECT_EQ(exchange.answer().content_type, "text/event-stream");
  protocol::ReplyReader reader;
  ASSERT_TRUE(reader.feed(exchange.body()));
  const auto reply = reader.finish();
  ASSERT_TRUE(reply) << reply.error().detail;
  const auto picture = pixels::decode(*reply->pictures.at(0).bytes);
  ASSERT_TRUE(picture);
  EXPECT_EQ(test::pixel_at(*picture, 63, 31), (test::Pixel{255, 255, 255, 255}));
}

TEST_F(DemoServerTest, ListsItsModel) {
  Exchange exchange(session_.get(),
                    with_key({.method = "GET", .url = server_->base_url() + "/models"}));
  ASSERT_TRUE(exchange.run_to_end());
  EXPECT_EQ(exchange.status(), 200);
  EXPECT_EQ(protocol::names_of(*protocol::read_models(exchange.body())),
            std::vector<std::string>{"wordbrush-demo"});
}

TEST_F(DemoServerTest, AddressIsAnEndpoint) {
  const auto endpoint = protocol::parse_endpoint(server_->base_url());
  ASSERT_TRUE(endpoint);
  const auto& dialect = *endpoint->dialect;
  EXPECT_EQ(dialect.ask({}, *endpoint, "").url, server_->base_url() + "/chat/completions");
  EXPECT_EQ(dialect.list_models(*endpoint, "").url, server_->base_url() + "/models");
  EXPECT_TRUE(endpoint->host.starts_with("127.0.0.1:"));
}

TEST_F(DemoServerTest, RefusesOtherKeys) {
  for (const auto& key : {std::string(), std::string("Bearer "), "Bearer x" + server_->key(),
                          server_->key(), "Bearer " + server_->key() + "x"}) {
    for (const auto* const path : {"/models", "/chat/completions", "/other"}) {
      HttpRequest request{.url = server_->base_url() + path,
                          .body = {.content_type = "application/json", .pieces = {"{}"}}};
      if (!key.empty()) request.headers.emplace_back("Authorization", key);
      Exchange exchange(session_.get(), std::move(request));
      ASSERT_TRUE(exchange.run_to_end());
      EXPECT_EQ(exchange.status(), 401) << key;
      EXPECT_NE(exchange.answer().error_body.find("invalid_api_key"), std::string::npos);
    }
  }
}

TEST_F(DemoServerTest, EachServerHasItsOwnKeyAndPort) {
  auto other = DemoServer::start();
  ASSERT_TRUE(other);
  EXPECT_NE(other->key(), server_->key());
  EXPECT_NE(other->base_url(), server_->base_url());
  EXPECT_GE(server_->key().size(), 32U);
}

TEST_F(DemoServerTest, RefusesOtherAddressesAndMethods) {
  for (auto request : {HttpRequest{.method = "GET", .url = "/chat/completions"},
                       HttpRequest{.url = "/models",
                                   .body = {.content_type = "application/json", .pieces = {"{}"}}},
                       HttpRequest{.method = "GET", .url = "/models/more"},
                       HttpRequest{.method = "GET", .url = "/other"}}) {
    request.url = server_->base_url() + request.url;
    Exchange exchange(session_.get(), with_key(request));
    ASSERT_TRUE(exchange.run_to_end());
    EXPECT_EQ(exchange.status(), 404) << request.url;
  }
}

TEST_F(DemoServerTest, RefusesWhatIsNoPictureRequest) {
  Exchange exchange(
      session_.get(),
      with_key({.url = server_->base_url() + "/chat/completions",
                .body = {.content_type = "application/json", .pieces = {"{\"messages\":"}}}));
  ASSERT_TRUE(exchange.run_to_end());
  EXPECT_EQ(exchange.status(), 400);
}

TEST_F(DemoServerTest, AnswersSeveralAtOnce) {
  Exchange first(session_.get(), chat("sepia", {part_of(filled(300, 300, {9, 9, 9, 255}))}));
  Exchange second(session_.get(), chat("night, 128x96"));
  ASSERT_TRUE(first.run_to_end());
  ASSERT_TRUE(second.run_to_end());
  EXPECT_EQ(first.status(), 200);
  EXPECT_EQ(second.status(), 200);
}

TEST_F(DemoServerTest, ForgetsWhoHangsUp) {
  Exchange dropped(session_.get(), chat("a sea, 1024x1024"));
  run_for(30ms);
  dropped.drop();
  Exchange next(session_.get(), chat("a sea, 128x96"));
  ASSERT_TRUE(next.run_to_end());
  EXPECT_EQ(next.status(), 200);
}

TEST_F(DemoServerTest, MayEndWhileItWorks) {
  Exchange exchange(session_.get(), chat("a forest, 1024x1024"));
  run_for(30ms);
  server_.reset();
  ASSERT_TRUE(exchange.run_to_end());
  EXPECT_EQ(exchange.status(), 0) << "the connection ends";
}

}  // namespace
}  // namespace wordbrush::demo
