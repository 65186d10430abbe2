// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json.h"

#include <gtest/gtest.h>

#include "protocol/json_repair.h"

namespace wordbrush::protocol {
namespace {

std::string nested(int depth) {
  return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
}

TEST(ParseJsonTest, GoesAsDeepAsAnAnswerMay) {
  EXPECT_TRUE(parse_json(nested(max_json_depth)));
  EXPECT_FALSE(parse_json(nested(max_json_depth + 1)));
  EXPECT_TRUE(parse_json("[\"" + std::string(100, '[') + "\"]"));
}

TEST(ParseJsonTest, TakesOneValue) {
  EXPECT_TRUE(parse_json("{\"a\":1} \r\n"));
  EXPECT_FALSE(parse_json("{\"a\":1}{\"b\":2}"));
  EXPECT_FALSE(parse_json("[1] x"));
  EXPECT_FALSE(parse_json("]["));
  EXPECT_FALSE(parse_json(""));
}

TEST(ParseJsonTest, RepairsBytesThatAreNoText) {
  const JsonNodePtr node = parse_json("{\"a\":\"x\xFF\"}");
  ASSERT_TRUE(node);
  EXPECT_STREQ(member_string(object_of(node.get()), "a"), "x\xEF\xBF\xBD");
}

TEST(JsonMemberTest, IsNothingWhereItIsOfAnotherType) {
  const JsonNodePtr node = parse_json(R"({"s":"","n":1,"b":true,"z":null,"o":{},"a":[]})");
  JsonObject* const object = object_of(node.get());
  ASSERT_NE(object, nullptr);
  for (const char* const name : {"n", "b", "z", "o", "a", "s", "missing"})
    EXPECT_EQ(member_string(object, name), nullptr) << name;
  for (const char* const name : {"s", "n", "b", "z", "a"})
    EXPECT_EQ(member_object(object, name), nullptr) << name;
  for (const char* const name : {"s", "b", "z", "o", "a"})
    EXPECT_FALSE(member_number(object, name)) << name;
  EXPECT_EQ(member_number(object, "n"), 1);
  EXPECT_TRUE(member_is_true(object, "b"));
  EXPECT_FALSE(member_is_true(object, "n"));
  EXPECT_TRUE(elements(member_array(object, "a")).empty());
  EXPECT_TRUE(elements(nullptr).empty());
  EXPECT_EQ(member_string(nullptr, "s"), nullptr);
}

struct CutCase {
  const char* name;
  const char* text;
  const char* closed;
};

void PrintTo(const CutCase& c, std::ostream* os) {
  *os << c.text;
}

const CutCase cut_cases[] = {
    {"InAString", R"({"a":[{"b":1},"c)", R"({"a":[{"b":1}]})"},
    {"InAnEscape", R"({"a":[1],"b":"\)", R"({"a":[1]})"},
    {"BehindAnObject", R"({"a":{"b":{}})", R"({"a":{"b":{}}})"},
    {"InANewObject", R"([{"a":1},{"b":[)", R"([{"a":1}])"},
    {"BracketsInStrings", R"({"a":{},"b":"]}[)", R"({"a":{}})"},
    {"NothingWhole", R"({"a":"b)", ""},
};

class CutJsonTest : public testing::TestWithParam<CutCase> {};

TEST_P(CutJsonTest, IsClosedBehindTheLastWholeValue) {
  EXPECT_TRUE(is_cut_json(GetParam().text));
  EXPECT_EQ(closed_json(GetParam().text), GetParam().closed);
}

INSTANTIATE_TEST_SUITE_P(Texts, CutJsonTest, testing::ValuesIn(cut_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(WholeJsonTest, IsNotCut) {
  EXPECT_FALSE(is_cut_json(R"({"a":["\"{"]})"));
  EXPECT_FALSE(is_cut_json("hello"));
}

}  // namespace
}  // namespace wordbrush::protocol
