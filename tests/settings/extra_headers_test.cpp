// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/extra_headers.h"

#include <gtest/gtest.h>

namespace wordbrush::settings {
namespace {

struct GoodCase {
  const char* name;
  std::string text;
  ExtraHeaders headers;
};

void PrintTo(const GoodCase& c, std::ostream* os) {
  *os << c.text;
}

const GoodCase good_cases[] = {
    {"None", "", {}},
    {"BlankLines", "\n \n\t\r\n", {}},
    {"One", "X-Title: Wordbrush", {{"X-Title", "Wordbrush"}}},
    {"WithoutASpace", "X-Title:Wordbrush", {{"X-Title", "Wordbrush"}}},
    {"InTheirOrder", "B: 1\nA: 2\n", {{"B", "1"}, {"A", "2"}}},
    {"WindowsLines", "B: 1\r\nA: 2\r\n", {{"B", "1"}, {"A", "2"}}},
    {"ColonsInTheValue",
     "HTTP-Referer: https://a.example:8443/x",
     {{"HTTP-Referer", "https://a.example:8443/x"}}},
    {"OtherKeys", "x-api-key: sk-1", {{"x-api-key", "sk-1"}}},
};

class GoodHeadersTest : public testing::TestWithParam<GoodCase> {};

TEST_P(GoodHeadersTest, AreReadAndWrittenAgain) {
  const auto headers = parse_extra_headers(GetParam().text);
  ASSERT_TRUE(headers) << headers.error().detail;
  EXPECT_EQ(*headers, GetParam().headers);
  EXPECT_EQ(parse_extra_headers(to_text(*headers)), *headers);
}

INSTANTIATE_TEST_SUITE_P(Texts, GoodHeadersTest, testing::ValuesIn(good_cases),
                         [](const auto& test) { return std::string(test.param.name); });

struct BadCase {
  const char* name;
  std::string text;
  const char* told;
};

void PrintTo(const BadCase& c, std::ostream* os) {
  *os << c.text;
}

std::string many(std::size_t count) {
  std::string text;
  for (std::size_t number = 0; number < count; ++number)
    text += "X-" + std::to_string(number) + ": canary\n";
  return text;
}

const BadCase bad_cases[] = {
    {"NoColon", "A: canary\n\nX-Title canary", "Line 3"},
    {"NoName", ": canary", "Line 1"},
    {"NoValue", "X-Title: ", "Line 1"},
    {"SpaceInTheName", "X Title: canary", "Line 1"},
    {"LineBreakInTheValue", "X-Title: a\rHost: canary", "Line 1"},
    {"ControlCharacter", std::string("X-Title: a\0canary", 17), "Line 1"},
    {"NotAscii", "X-Title: b\u00fcrste canary", "Line 1"},
    {"TheKey", "authorization: Bearer canary", "authorization"},
    {"TheProxysKey", "Proxy-Authorization: Basic canary", "Proxy-Authorization"},
    {"Host", "Host: canary", "Host"},
    {"Length", "CONTENT-LENGTH: canary", "CONTENT-LENGTH"},
    {"Chunks", "Transfer-Encoding: canary", "Transfer-Encoding"},
    {"Twice", "X-A: 1\nx-a: canary", "x-a"},
    {"TooMany", many(max_extra_headers + 1), "too many"},
    {"TooLong", "X-A: canary" + std::string(max_header_bytes, 'x'), "too long"},
};

class BadHeadersTest : public testing::TestWithParam<BadCase> {};

TEST_P(BadHeadersTest, AreRefusedWithoutTheirValue) {
  const auto headers = parse_extra_headers(GetParam().text);
  ASSERT_FALSE(headers);
  EXPECT_EQ(headers.error().kind, ErrorKind::Input);
  EXPECT_TRUE(headers.error().detail.contains(GetParam().told)) << headers.error().detail;
  EXPECT_FALSE(headers.error().detail.contains("canary")) << headers.error().detail;
}

INSTANTIATE_TEST_SUITE_P(Texts, BadHeadersTest, testing::ValuesIn(bad_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(ExtraHeadersTest, AsManyAsThereMayBe) {
  EXPECT_EQ(parse_extra_headers(many(max_extra_headers))->size(), max_extra_headers);
}

}  // namespace
}  // namespace wordbrush::settings
