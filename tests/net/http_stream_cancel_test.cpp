// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/stream_fixture.h"

namespace wordbrush::net {
namespace {

using namespace std::chrono_literals;
using test::chunk;
using test::chunked_head;
using test::large_body;
using test::last_chunk;
using test::post;
using wordbrush::test::run_for;
using wordbrush::test::run_until;
using wordbrush::test::ScriptedServer;

class HttpStreamCancelTest : public test::StreamFixture {
 protected:
  /// Whether dropping the handle now closes the connection, without a word more.
  void expect_hang_up(ScriptedServer& server) {
    const auto received = received_;
    stream_.reset();
    server.release();
    EXPECT_TRUE(run_until([&server] { return server.saw_hang_up(); }, 200ms));
    EXPECT_EQ(received_, received);
    EXPECT_EQ(ends_, 0);
  }
};

TEST_F(HttpStreamCancelTest, WhileConnecting) {
  ScriptedServer server({.hang = true});
  start(post("https://127.0.0.1:" + std::to_string(server.port()) + "/v1"));
  ASSERT_TRUE(run_until([&server] { return server.bytes_read() > 0; }));
  expect_hang_up(server);
}

TEST_F(HttpStreamCancelTest, WhileSending) {
  ScriptedServer server({.pause_at = 1});
  start(post(server.url(), std::string(large_body, 'x')));
  ASSERT_TRUE(run_until([this] { return sent_.size() > 2; }));
  expect_hang_up(server);
  EXPECT_LT(server.bytes_read(), large_body);
}

TEST_F(HttpStreamCancelTest, WhileWaiting) {
  ScriptedServer server({.hang = true});
  start(post(server.url()));
  ASSERT_TRUE(run_until([&server] { return server.requests() == 1; }));
  expect_hang_up(server);
}

TEST_F(HttpStreamCancelTest, WhileReceiving) {
  ScriptedServer server(
      {.pieces = {chunked_head + chunk("one"), chunk("two")}, .step = true, .hang = true});
  start(post(server.url()));
  ASSERT_TRUE(run_until([this] { return received_ == "one"; }));
  expect_hang_up(server);
}

TEST_F(HttpStreamCancelTest, WhileALengthIsReceived) {
  ScriptedServer server({.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\none", "two"},
                         .step = true,
                         .hang = true});
  start(post(server.url()));
  ASSERT_TRUE(run_until([this] { return received_ == "one"; }));
  expect_hang_up(server);
}

TEST_F(HttpStreamCancelTest, ByItsOwnBytes) {
  drop_on_bytes_ = true;
  ScriptedServer server({.pieces = {chunked_head + chunk("one"), chunk("two"), last_chunk},
                         .step = true,
                         .hang = true});
  start(post(server.url()));
  ASSERT_TRUE(run_until([this] { return received_ == "one"; }));
  server.release();
  server.release();
  ASSERT_TRUE(run_until([&server] { return server.saw_hang_up(); }, 200ms));
  EXPECT_EQ(received_, "one");
  EXPECT_EQ(ends_, 0);
}

TEST_F(HttpStreamCancelTest, ByItsOwnProgress) {
  drop_on_sent_ = true;
  ScriptedServer server({.hang = true});
  start(post(server.url(), std::string(large_body, 'x')));
  ASSERT_TRUE(run_until([&server] { return server.saw_hang_up(); }));
  EXPECT_EQ(sent_.size(), 1U);
  EXPECT_EQ(ends_, 0);
}

TEST_F(HttpStreamCancelTest, AtOnce) {
  ScriptedServer server({.hang = true});
  start(post(server.url()));
  stream_.reset();
  run_for(30ms);
  EXPECT_EQ(ends_, 0);
  EXPECT_EQ(server.requests(), 0);
}

TEST_F(HttpStreamCancelTest, ByTheNextRequest) {
  ScriptedServer first({.pieces = {chunked_head + chunk("old")}, .hang = true});
  ScriptedServer second({.pieces = {chunked_head + chunk("new") + last_chunk}});
  start(post(first.url()));
  start(post(second.url()));

  ASSERT_TRUE(run_to_end());
  EXPECT_EQ(received_, "new");
  EXPECT_EQ(ends_, 1);
}

TEST_F(HttpStreamCancelTest, SparesTheOthers) {
  ScriptedServer dropped({.hang = true});
  ScriptedServer kept({.pieces = {chunked_head + chunk("kept"), last_chunk}, .step = true});
  start(post(kept.url()));
  auto other = HttpStream::start(session_.get(), post(dropped.url()), limits_, {});
  ASSERT_TRUE(run_until([&] { return dropped.requests() == 1 && received_ == "kept"; }));
  other = fail(ErrorKind::Cancelled, "");
  ASSERT_TRUE(run_until([&] { return dropped.saw_hang_up(); }));
  kept.release();
  ASSERT_TRUE(run_to_end());
  EXPECT_TRUE(*outcome_);
}

}  // namespace
}  // namespace wordbrush::net
