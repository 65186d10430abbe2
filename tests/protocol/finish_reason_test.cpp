// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/finish_reason.h"

#include <gtest/gtest.h>

namespace wordbrush::protocol {
namespace {

struct ReasonCase {
  FinishClass meaning;
  std::vector<const char*> reasons;
};

// protocol.md, 4.
const ReasonCase reason_cases[] = {
    {FinishClass::Normal, {"", "stop", "STOP", "end_turn", "completed", "something_new"}},
    {FinishClass::Length, {"length", "MAX_TOKENS", "max_tokens", "max-tokens"}},
    {FinishClass::Safety,
     {"content_filter", "SAFETY", "IMAGE_SAFETY", "image-safety", "PROHIBITED_CONTENT",
      "IMAGE_PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION", "IMAGE_RECITATION", "refusal",
      "FinishReason.SAFETY", "FINISH_REASON_SAFETY", "google.IMAGE_SAFETY"}},
    {FinishClass::NoImage,
     {"NO_IMAGE", "IMAGE_OTHER", "OTHER", "LANGUAGE", "MALFORMED_FUNCTION_CALL",
      "UNEXPECTED_TOOL_CALL", "tool_calls", "function_call"}},
    {FinishClass::Failure, {"error", "ERROR"}},
};

TEST(FinishClassTest, FollowsTheTable) {
  for (const ReasonCase& row : reason_cases)
    for (const char* const reason : row.reasons)
      EXPECT_EQ(finish_class(reason), row.meaning) << reason;
}

}  // namespace
}  // namespace wordbrush::protocol
