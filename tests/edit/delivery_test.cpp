// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/delivery.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "edit/answering_server.h"
#include "edit/job.h"
#include "host/fake_canvas.h"
#include "pixels/encode.h"
#include "support/main_loop.h"

namespace wordbrush::edit {
namespace {

using test::AnsweringServer;
using test::run_until;
using Answer = AnsweringServer::Answer;
using Question = AnsweringServer::Question;

std::string white_png(int width, int height) {
  pixels::Bitmap bitmap(width, height);
  std::ranges::fill(bitmap.bytes(), std::uint8_t{255});
  const Bytes png = pixels::encode_png(bitmap);
  return {png.begin(), png.end()};
}

std::string in_base64(const std::string& bytes) {
  const GCharPtr text(g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size()));
  return text.get();
}

std::string says(const std::string& content) {
  return R"({"choices":[{"message":{"content":")" + content + R"("},"finish_reason":"stop"}]})";
}

class DeliveryTest : public testing::Test {
 protected:
  void edit(const AnsweringServer& server) {
    const Route route{.endpoint = protocol::parse_endpoint(server.origin() + "/v1").value(),
                      .key = "secret-canary",
                      .model = "m-1",
                      .stream = false};
    job_.emplace(
        Job::edit(session_.get(), canvas_, {.prompt = "a red hat"}, {}, route,
                  {.on_progress = [this](const Progress& p) { stages_.push_back(p.stage); },
                   .on_end = [this](auto outcome) { outcome_ = std::move(outcome); }}));
    ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  }

  static std::size_t asked(const AnsweringServer& server, const char* path) {
    return static_cast<std::size_t>(std::ranges::count(server.questions(), path, &Question::path));
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  test::FakeCanvas canvas_{80, 60};
  std::optional<Job> job_;
  std::optional<Result<Outcome>> outcome_;
  std::vector<Stage> stages_;
};

constexpr const char* chat = "/v1/chat/completions";

struct AddressCase {
  const char* name;
  const char* reply;  ///< of the chat, with @ for the server's origin
};

void PrintTo(const AddressCase& c, std::ostream* os) {
  *os << c.name;
}

class DeliveryAddressTest : public DeliveryTest, public testing::WithParamInterface<AddressCase> {};

TEST_P(DeliveryAddressTest, BecomesALayer) {
  std::string origin;
  const AnsweringServer server([&](const Question& question) {
    if (question.path == "/files/a.png") return Answer{.body = white_png(80, 60)};
    if (question.path != chat) return Answer{.status = 404};
    std::string reply = GetParam().reply;
    for (std::size_t at = 0; (at = reply.find('@', at)) != std::string::npos;)
      reply.replace(at, 1, origin);
    return Answer{.body = reply};
  });
  origin = server.origin();
  edit(server);
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  ASSERT_EQ(canvas_.insertions().size(), 1u);
  EXPECT_EQ(canvas_.insertions()[0].layers.at(0).place, (Rect{0, 0, 80, 60}));
  EXPECT_EQ(asked(server, "/files/a.png"), 1u);
  EXPECT_TRUE(std::ranges::contains(stages_, Stage::Receiving));
  EXPECT_TRUE((*outcome_)->report.warnings.empty());
  EXPECT_EQ((*outcome_)->report.answers.at(0).pictures, 1);
  EXPECT_GT((*outcome_)->report.bytes_received, white_png(80, 60).size());
}

INSTANTIATE_TEST_SUITE_P(
    Replies, DeliveryAddressTest,
    testing::Values(
        AddressCase{"V10", R"x({"choices":[{"message":{"content":"> done\n![a](@/files/a.png)\n)x"
                           R"x([load](@/download/a.png)"}}]})x"},
        AddressCase{"V10Twice", R"x({"choices":[{"message":{"content":"![a](@/files/a.png) )x"
                                R"x(![b](@/files/a.png)"}}]})x"},
        AddressCase{"V11", R"({"choices":[{"message":{"content":"@/files/a.png"}}]})"},
        AddressCase{"V11Relative",
                    R"x({"choices":[{"message":{"content":"![](/files/a.png)"}}]})x"},
        AddressCase{"V11Html",
                    R"({"choices":[{"message":{"content":"<img src='@/files/a.png'>"}}]})"},
        AddressCase{"V12", R"({"output":{"choices":[{"message":{"content":[)"
                           R"({"image":"@/files/a.png"},{"text":"Done."}]}}]}})"},
        AddressCase{"V13", R"({"created":1,"data":[{"url":"@/files/a.png"}]})"},
        AddressCase{"V17", R"({"parts":[{"url":"@/files/a.png"}]})"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(DeliveryTest, FailsWithTheAddress) {
  const AnsweringServer server([](const Question& question) {
    return question.path == chat ? Answer{.body = says("![a](/files/a.png)")}
                                 : Answer{.status = 404};
  });
  edit(server);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Download);
  EXPECT_TRUE(outcome_->error().detail.ends_with(" " + server.origin() + "/files/a.png"))
      << outcome_->error().detail;
  EXPECT_EQ(server.questions().size(), 2u);
  EXPECT_TRUE(canvas_.insertions().empty());
}

TEST_F(DeliveryTest, TakesAnEarlierPictureWhereTheLastCannotBeFetched) {
  const AnsweringServer server([](const Question& question) {
    return question.path == chat
               ? Answer{.body = says("![a](data:image/png;base64," + in_base64(white_png(80, 60)) +
                                     ") ![b](/files/b.png)")}
               : Answer{.status = 404};
  });
  edit(server);
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  ASSERT_EQ((*outcome_)->report.warnings.size(), 1u);
  EXPECT_EQ((*outcome_)->report.warnings[0].name, "earlier_picture");
  EXPECT_NE((*outcome_)->report.warnings[0].sentence.find("/files/b.png"), std::string::npos);
  EXPECT_EQ((*outcome_)->report.answers.at(0).pictures, 2);
}

TEST_F(DeliveryTest, CountsAPictureOnceThatComesBothWays) {
  const AnsweringServer server([](const Question& question) {
    return question.path == chat
               ? Answer{.body = says("![a](data:image/png;base64," + in_base64(white_png(80, 60)) +
                                     ") ![b](/files/b.png)")}
               : Answer{.body = white_png(80, 60)};
  });
  edit(server);
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ((*outcome_)->report.answers.at(0).pictures, 1);
}

TEST_F(DeliveryTest, RefusesWhatIsNoPicture) {
  const AnsweringServer server([](const Question& question) {
    return question.path == chat ? Answer{.body = says("![a](/files/a.png)")}
                                 : Answer{.body = "no picture"};
  });
  edit(server);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::BadImage);
}

// --- A service that has only begun ---

class BegunTest : public DeliveryTest {
 protected:
  void deliver(const AnsweringServer& server, protocol::Reply reply) {
    const Route route{.endpoint = protocol::parse_endpoint(server.origin() + "/v1").value(),
                      .key = "secret-canary",
                      .model = "m-1"};
    delivery_.emplace(session_.get(), route, true, std::move(reply),
                      DeliveryEvents{.on_end = [this](auto got) { got_ = std::move(got); }},
                      TaskTimes{.first = std::chrono::milliseconds(0)});
    ASSERT_TRUE(run_until([this] { return got_.has_value(); }));
  }

  std::optional<Delivery> delivery_;
  std::optional<Result<Delivered>> got_;
};

TEST_F(BegunTest, IsAskedAndThenFetchedFrom) {
  const AnsweringServer server([](const Question& question) {
    if (question.path == "/files/a.png") return Answer{.body = "the picture"};
    return Answer{.body = R"({"data":{"status":"completed","model":"m-2",)"
                          R"("result":{"images":[{"url":["/files/a.png"]}]}}})"};
  });
  deliver(server, {.task = protocol::Task{.id = "t-1"}});
  ASSERT_TRUE(*got_) << got_->error().detail;
  EXPECT_EQ(std::string((*got_)->reply.pictures.back().bytes->begin(),
                        (*got_)->reply.pictures.back().bytes->end()),
            "the picture");
  EXPECT_EQ((*got_)->reply.model, "m-2");
  EXPECT_EQ((*got_)->pictures, 1);
}

TEST_F(BegunTest, TellsWhyItFailed) {
  const AnsweringServer server([](const Question&) {
    return Answer{.body = R"({"task_id":"t-1","status":"failed","fail_reason":"No room."})"};
  });
  deliver(server, {.task = protocol::Task{.id = "t-1"}});
  ASSERT_FALSE(*got_);
  EXPECT_EQ(got_->error().detail, "No room.");
}

TEST_F(BegunTest, KeepsTheKeyToItself) {
  const AnsweringServer server([](const Question&) {
    return Answer{
        .body = R"({"task_id":"t-1","status":"failed","fail_reason":"secret-canary is poor."})"};
  });
  deliver(server, {.task = protocol::Task{.id = "t-1"}});
  ASSERT_FALSE(*got_);
  EXPECT_FALSE(got_->error().detail.contains("secret-canary")) << got_->error().detail;
}

}  // namespace
}  // namespace wordbrush::edit
