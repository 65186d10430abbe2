// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "protocol/reading.h"

namespace wordbrush::protocol {
namespace {

struct BegunCase {
  const char* name;
  const char* body;
  const char* id;
  const char* poll_url;
  double progress;  ///< -1: none
};

void PrintTo(const BegunCase& c, std::ostream* os) {
  *os << c.name;
}

class BegunTaskTest : public testing::TestWithParam<BegunCase> {};

TEST_P(BegunTaskTest, IsAReplyWithoutPictures) {
  const std::string body = GetParam().body;
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, body.size()}) {
    const auto reply = read_in_pieces(body, piece);
    ASSERT_TRUE(reply) << described(reply);
    EXPECT_TRUE(reply->pictures.empty());
    ASSERT_TRUE(reply->task);
    EXPECT_EQ(reply->task->id, GetParam().id);
    EXPECT_EQ(reply->task->poll_url, GetParam().poll_url);
    EXPECT_DOUBLE_EQ(reply->task->progress.value_or(-1), GetParam().progress);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, BegunTaskTest,
    testing::Values(
        BegunCase{"Apimart", R"({"code":200,"data":[{"status":"submitted","task_id":"task_01"}]})",
                  "task_01", "", -1},
        BegunCase{"ApimartAsked",
                  R"({"code":200,"data":{"id":"task_01","status":"processing","progress":46}})",
                  "task_01", "", 0.46},
        BegunCase{"Evolink",
                  R"({"created":1,"id":"task-unified-1","model":"m","object":)"
                  R"("image.generation.task","progress":0,"status":"pending","type":"image"})",
                  "task-unified-1", "", 0},
        BegunCase{"WithAnAddress",
                  R"({"id":"i","task_id":"imgtask_1","object":"image.generation.task",)"
                  R"("status":"queued","poll_url":"/v1/images/tasks/imgtask_1"})",
                  "imgtask_1", "/v1/images/tasks/imgtask_1", -1},
        BegunCase{"Percent", R"({"data":{"task_id":"t","status":"IN_PROGRESS","progress":"46%"}})",
                  "t", "", 0.46},
        BegunCase{"TooMuch", R"({"task_id":"t","status":"running","progress":400})", "t", "", 1},
        BegunCase{"InAStream",
                  "data: {\"task_id\":\"t\",\"status\":\"queued\"}\n\ndata: [DONE]\n\n", "t", "",
                  -1}),
    [](const auto& test) { return std::string(test.param.name); });

class NoTaskTest : public testing::TestWithParam<const char*> {};

TEST_P(NoTaskTest, IsAFailure) {
  EXPECT_FALSE(read_in_pieces(GetParam(), 1000));
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, NoTaskTest,
    testing::Values(R"({"id":"resp_1","object":"response","status":"in_progress"})",
                    R"({"task_id":"t","status":"what"})", R"({"status":"pending"})",
                    R"({"task_id":7,"status":"pending"})",
                    R"({"error":{"message":"No."},"task_id":"t","status":"pending"})"));

TEST(TaskTest, IsForgottenWhereThePictureIsThere) {
  const auto reply = read_in_pieces(
      "data: {\"task_id\":\"t\",\"status\":\"queued\"}\n\n"
      "data: {\"choices\":[{\"delta\":{\"content\":\"https://host/a.png\"}}]}\n\ndata: [DONE]\n\n",
      1000);
  ASSERT_TRUE(reply) << described(reply);
  EXPECT_FALSE(reply->task);
  EXPECT_EQ(reply->pictures.size(), 1u);
}

}  // namespace
}  // namespace wordbrush::protocol
