// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "net/stream_fixture.h"

// The desktop's proxy is looked up once in a process: each case has one of its own.
namespace wordbrush::net {
namespace {

using wordbrush::test::run_until;
using wordbrush::test::ScriptedServer;

constexpr int as_expected = 0;

/// Asks for `url` with `server` as the desktop's proxy; the process ends with
/// `as_expected` where the first line that the server reads is `line`.
[[noreturn]] void ask_by_proxy(const std::string& url, const std::string& line) {
  const ScriptedServer server(
      {.pieces = {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"}});
  g_setenv("http_proxy", ("http://127.0.0.1:" + std::to_string(server.port())).c_str(), TRUE);
  for (const char* const name : {"no_proxy", "NO_PROXY"}) g_unsetenv(name);
  const auto session = make_session();
  bool has_ended = false;
  const auto stream = HttpStream::start(session.get(), test::post(url), {},
                                        {.on_sent = [](auto, auto) {},
                                         .on_bytes = [](auto) {},
                                         .on_end = [&](const auto&) { has_ended = true; }});
  if (!stream || !run_until([&] { return has_ended; })) std::_Exit(2);
  const std::string request = server.last_request();
  const std::string first = request.substr(0, request.find("\r\n"));
  if (first != line) std::cerr << "the proxy read \"" << first << "\"\n";
  std::_Exit(first == line ? as_expected : 1);
}

class ProxyTest : public testing::Test {
 protected:
  ProxyTest() { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

TEST_F(ProxyTest, FarHostsAreReachedThroughIt) {
  EXPECT_EXIT(ask_by_proxy("http://models.example/v1/chat/completions",
                           "POST http://models.example/v1/chat/completions HTTP/1.1"),
              testing::ExitedWithCode(as_expected), "");
}

TEST_F(ProxyTest, ThisMachineIsNot) {
  const std::string own = wordbrush::test::ScriptedServer({}).url();
  EXPECT_EXIT(ask_by_proxy(own, ""), testing::ExitedWithCode(as_expected), "");
  EXPECT_EXIT(ask_by_proxy("http://localhost:1/v1", ""), testing::ExitedWithCode(as_expected), "");
}

}  // namespace
}  // namespace wordbrush::net
