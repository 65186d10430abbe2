// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/balance_query.h"

#include <gtest/gtest.h>

#include <optional>

#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::edit {
namespace {

using test::run_until;
using test::ScriptedServer;

protocol::Balance ask(const ScriptedServer& server) {
  const auto session = net::make_session();
  std::optional<protocol::Balance> balance;
  const BalanceQuery query(session.get(), protocol::parse_endpoint(server.base_url()).value(), "k",
                           [&](const protocol::Balance& found) { balance = found; });
  EXPECT_TRUE(run_until([&] { return balance.has_value(); }));
  return balance.value_or(protocol::Balance{});
}

TEST(BalanceQueryTest, JoinsWhatEachPageTells) {
  // All pages are one here: each tells the limit.
  const ScriptedServer server(
      {.pieces = {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"hard_limit_usd\":10}"}});
  EXPECT_EQ(ask(server), protocol::Balance{.granted = 10});
  EXPECT_EQ(server.requests(), 3);
  EXPECT_TRUE(server.last_request().contains("\r\nAuthorization: Bearer k\r\n"));
}

TEST(BalanceQueryTest, WaitsForTheLastPage) {
  // The first two, in whatever order they are asked for, know nothing.
  const std::string nothing = "HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n";
  const ScriptedServer server(
      {.pieces = {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"hard_limit_usd\":10}"},
       .first = {nothing, nothing}});
  EXPECT_EQ(ask(server), protocol::Balance{.granted = 10});
}

TEST(BalanceQueryTest, AServiceThatDoesNotTellIsNoError) {
  const ScriptedServer server(
      {.pieces = {"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n<html></html>"}});
  EXPECT_FALSE(ask(server).is_known());
}

TEST(BalanceQueryTest, DroppedClosesItsConnections) {
  const ScriptedServer server({.hang = true});
  const auto session = net::make_session();
  bool has_ended = false;
  std::optional<BalanceQuery> query;
  query.emplace(session.get(), protocol::parse_endpoint(server.base_url()).value(), "",
                [&](const protocol::Balance&) { has_ended = true; });
  ASSERT_TRUE(run_until([&] { return server.requests() > 0; }));
  query.reset();
  EXPECT_TRUE(run_until([&] { return server.saw_hang_up(); }));
  EXPECT_FALSE(has_ended);
}

}  // namespace
}  // namespace wordbrush::edit
