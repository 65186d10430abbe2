// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calls.h"

#include <gtest/gtest.h>

namespace wordbrush::model {
namespace {

struct CallCase {
  const char* name;
  const char* path;
  CallKind kind;
  const char* scenario;
  const char* model;
};

void PrintTo(const CallCase& c, std::ostream* os) {
  *os << c.path;
}

const CallCase call_cases[] = {
    {"Chat", "/v1/chat/completions", CallKind::Chat, "", ""},
    {"ChatInAScenario", "/edit=tint,stream=no/v1/chat/completions", CallKind::Chat,
     "edit=tint,stream=no", ""},
    {"Gemini", "/v1beta/models/g-3:generateContent", CallKind::Gemini, "", "g-3"},
    {"GeminiStream", "/edit=noop/v1beta/models/g:streamGenerateContent", CallKind::GeminiStream,
     "edit=noop", "g"},
    {"Generation", "/a=b/v1/images/generations", CallKind::ImagesGeneration, "a=b", ""},
    {"Edit", "/v1/images/edits", CallKind::ImagesEdit, "", ""},
    {"Models", "/key=k/v1/models", CallKind::Models, "key=k", ""},
    {"GeminiModels", "/key=k/v1beta/models", CallKind::GeminiModels, "key=k", ""},
};

class CallTest : public testing::TestWithParam<CallCase> {};

TEST_P(CallTest, IsFoundBehindItsScenario) {
  const auto call = find_call(GetParam().path);
  ASSERT_TRUE(call);
  EXPECT_EQ(call->kind, GetParam().kind);
  EXPECT_EQ(call->scenario, GetParam().scenario);
  EXPECT_EQ(call->model, GetParam().model);
}

INSTANTIATE_TEST_SUITE_P(Paths, CallTest, testing::ValuesIn(call_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(CallTest, IsNotEveryPath) {
  for (const char* const path : {"/", "/log", "/log/0/picture/1", "/v1", "/v1beta/models/g",
                                 "/v1beta/models/g:countTokens", "/v1/images"})
    EXPECT_FALSE(find_call(path)) << path;
}

}  // namespace
}  // namespace wordbrush::model
