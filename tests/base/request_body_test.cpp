// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/request_body.h"

#include <gtest/gtest.h>

#include <ostream>

namespace wordbrush {
namespace {

Base64Piece base64_of(std::string_view text) {
  return {std::make_shared<Bytes>(text.begin(), text.end())};
}

RawPiece raw_of(std::string_view text) {
  return {std::make_shared<Bytes>(text.begin(), text.end())};
}

struct BodyCase {
  const char* name;
  RequestBody body;
  const char* expected;
};

void PrintTo(const BodyCase& body, std::ostream* os) {
  *os << body.name;
}

class RequestBodyTest : public testing::TestWithParam<BodyCase> {};

TEST_P(RequestBodyTest, BecomesText) {
  EXPECT_EQ(to_text(GetParam().body), GetParam().expected);
}

TEST_P(RequestBodyTest, KnowsItsSizeBeforeItIsText) {
  EXPECT_EQ(GetParam().body.size(), std::string_view(GetParam().expected).size());
}

// The base64 rows are the test vectors of RFC 4648, 10.
INSTANTIATE_TEST_SUITE_P(
    Bodies, RequestBodyTest,
    testing::Values(BodyCase{"Nothing", {}, ""},
                    BodyCase{"EmptyText", {.pieces = {std::string()}}, ""},
                    BodyCase{"Text", {.pieces = {std::string("{\"a\":1}")}}, "{\"a\":1}"},
                    BodyCase{"NoBytes", {.pieces = {base64_of("")}}, ""},
                    BodyCase{"OneByte", {.pieces = {base64_of("f")}}, "Zg=="},
                    BodyCase{"TwoBytes", {.pieces = {base64_of("fo")}}, "Zm8="},
                    BodyCase{"ThreeBytes", {.pieces = {base64_of("foo")}}, "Zm9v"},
                    BodyCase{"FourBytes", {.pieces = {base64_of("foob")}}, "Zm9vYg=="},
                    BodyCase{"HighBits", {.pieces = {base64_of("\xfb\xff\xfe")}}, "+//+"},
                    BodyCase{"RawBytes", {.pieces = {raw_of("fo")}}, "fo"},
                    BodyCase{"RawHighBits", {.pieces = {raw_of("\xfb\xff")}}, "\xfb\xff"},
                    BodyCase{"RawBesideBase64", {.pieces = {raw_of("f"), base64_of("f")}}, "fZg=="},
                    BodyCase{"Mixed",
                             {.pieces = {std::string("\""), base64_of("fo"), std::string("\",\""),
                                         base64_of("f"), std::string("\"")}},
                             "\"Zm8=\",\"Zg==\""}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush
