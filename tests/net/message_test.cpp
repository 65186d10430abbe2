// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/message.h"

#include <gtest/gtest.h>

#include <ostream>

#include "net/session.h"

namespace wordbrush::net {
namespace {

struct RefusedCase {
  const char* name;
  HttpRequest request;
};

void PrintTo(const RefusedCase& refused, std::ostream* os) {
  *os << refused.name;
}

HttpRequest with_header(std::string name, std::string value) {
  return {.url = "http://127.0.0.1/", .headers = {{std::move(name), std::move(value)}}};
}

class RefusedRequestTest : public testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedRequestTest, IsNeverStarted) {
  const auto session = make_session();
  const auto started = HttpStream::start(session.get(), GetParam().request, {}, {});
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind, ErrorKind::Input);
  EXPECT_FALSE(started.error().detail.empty());
  EXPECT_EQ(started.error().detail.find("secret"), std::string::npos) << "keys stay out of errors";
}

INSTANTIATE_TEST_SUITE_P(
    Requests, RefusedRequestTest,
    testing::Values(
        RefusedCase{"NoUrl", {.url = "no url"}}, RefusedCase{"EmptyUrl", {}},
        RefusedCase{"File", {.url = "file:///etc/passwd"}},
        RefusedCase{"WebSocket", {.url = "ws://127.0.0.1/"}},
        RefusedCase{"NoHost", {.url = "http:///v1"}},
        RefusedCase{"LineBreakInUrl", {.url = "http://127.0.0.1/a\r\nX: y"}},
        RefusedCase{"OtherMethod", {.method = "DELETE", .url = "http://127.0.0.1/"}},
        RefusedCase{"LineBreakInValue", with_header("Authorization", "Bearer secret\r\nX: y")},
        RefusedCase{"LineFeedInValue", with_header("Authorization", "Bearer secret\n")},
        RefusedCase{"ReturnInValue", with_header("Authorization", "Bearer secret\rX: y")},
        RefusedCase{"ZeroInValue", with_header("Authorization", std::string("secret\0x", 8))},
        RefusedCase{"LineBreakInName", with_header("A: b\r\nC", "d")},
        RefusedCase{"ColonInName", with_header("A:", "b")},
        RefusedCase{"SpaceInName", with_header("A b", "c")},
        RefusedCase{"NoName", with_header("", "secret")},
        RefusedCase{"BodyOfNoType", {.url = "http://127.0.0.1/", .body = {.pieces = {"{}"}}}},
        RefusedCase{"LineBreakInContentType",
                    {.url = "http://127.0.0.1/", .body = {.content_type = "a/b\r\nX: y"}}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(MessageTest, SendsTextInAnyLanguage) {
  EXPECT_TRUE(make_message(with_header("X-Title", "caf\xc3\xa9\twords")));
}

TEST(MessageTest, HeaderOfTheCallerWins) {
  const auto message = make_message(with_header("Accept-Encoding", "gzip"));
  ASSERT_TRUE(message);
  EXPECT_STREQ(soup_message_headers_get_list(soup_message_get_request_headers(message->get()),
                                             "Accept-Encoding"),
               "gzip");
}

}  // namespace
}  // namespace wordbrush::net
