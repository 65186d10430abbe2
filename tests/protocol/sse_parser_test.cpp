// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/sse_parser.h"

#include <gtest/gtest.h>

namespace wordbrush::protocol {
namespace {

using Events = std::vector<std::string>;

struct StreamCase {
  const char* name;
  std::string stream;
  Events events;
};

void PrintTo(const StreamCase& c, std::ostream* os) {
  *os << testing::PrintToString(c.stream);
}

const StreamCase stream_cases[] = {
    {"Nothing", "", {}},
    {"OneEvent", "data: hi\n\n", {"hi"}},
    {"TwoEvents", "data: a\n\ndata: b\n\n", {"a", "b"}},
    {"CrLf", "data: a\r\n\r\ndata: b\r\n\r\n", {"a", "b"}},
    {"CrLfEndsOneLine", "data: a\r\ndata: b\r\n\r\n", {"a\nb"}},
    {"CrOnly", "data: a\r\rdata: b\r\r", {"a", "b"}},
    {"MixedLineEnds", "data: a\r\n\ndata: b\r\r\ndata: c\n\r", {"a", "b", "c"}},
    {"ManyLines", "data: a\ndata:\ndata: b\n\n", {"a\n\nb"}},
    {"OneSpaceIsTaken", "data:  a\n\ndata:b:c\n\n", {" a", "b:c"}},
    {"DataWithoutAColon", "data\n\n", {""}},
    {"Comments", ": ping\n\n:\ndata: a\n: in between\ndata: b\n\n", {"a\nb"}},
    {"IgnoredFields", "event: x\nid: 7\nretry: 9\ndata: a\n\n", {"a"}},
    {"FieldsWithoutData", "event: x\n\nid\n\n", {}},
    {"UnknownLineAlone", "hello: x\nthere\n\n", {}},
    {"UnknownLineGoesOn", "data: {\"a\":\n1}\nmore: x\n\n", {"{\"a\":\n1}\nmore: x"}},
    {"NameOfLikeStart", "database: x\ndata: a\n\n", {"a"}},
    {"RawJsonLine", "{\"error\":{\"message\":\"x\"}}\n", {"{\"error\":{\"message\":\"x\"}}"}},
    {"RawJsonList", "[DONE]\n\n", {"[DONE]"}},
    {"RawJsonBehindAnEvent", "data: a\n\n{\"b\":1}\n\n", {"a", "{\"b\":1}"}},
    {"ByteOrderMark",
     "\xEF\xBB\xBF"
     "data: a\n\n",
     {"a"}},
    {"ByteOrderMarkLaterIsNone",
     "\n\xEF\xBB\xBF"
     "data: a\n\n",
     {}},
    {"Utf8", "data: d\xC3\xA9j\xC3\xA0\n\n", {"d\xC3\xA9j\xC3\xA0"}},
    {"NoBlankLineAtTheEnd", "data: a\n\ndata: b\n", {"a", "b"}},
    {"NoLineEndAtTheEnd", "data: a\n\ndata: b", {"a", "b"}},
};

Events parse_in_pieces(std::string_view stream, std::size_t piece_bytes) {
  SseParser parser;
  Events all;
  for (std::size_t at = 0; at < stream.size(); at += piece_bytes) {
    const auto events = parser.feed(stream.substr(at, piece_bytes));
    EXPECT_TRUE(events);
    all.insert(all.end(), events->begin(), events->end());
  }
  const Events last = parser.finish();
  all.insert(all.end(), last.begin(), last.end());
  return all;
}

class SseParserTest : public testing::TestWithParam<StreamCase> {};

TEST_P(SseParserTest, GivesTheEvents) {
  EXPECT_EQ(parse_in_pieces(GetParam().stream, GetParam().stream.size() + 1), GetParam().events);
}

TEST_P(SseParserTest, GivesTheSameHoweverTheBytesAreCut) {
  for (std::size_t bytes = 1; bytes <= GetParam().stream.size(); ++bytes)
    EXPECT_EQ(parse_in_pieces(GetParam().stream, bytes), GetParam().events)
        << "in pieces of " << bytes;
}

INSTANTIATE_TEST_SUITE_P(Streams, SseParserTest, testing::ValuesIn(stream_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(SseParserEventTest, ComesWithItsBlankLine) {
  SseParser parser;
  EXPECT_EQ(parser.feed("data: a\n").value(), Events());
  EXPECT_EQ(parser.feed("\n").value(), Events({"a"}));
  EXPECT_EQ(parser.finish(), Events());
}

}  // namespace
}  // namespace wordbrush::protocol
