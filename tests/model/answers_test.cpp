// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/answers.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pixels/decode.h"
#include "pixels/encode.h"
#include "precision/lay.h"
#include "scenes/motif.h"

namespace wordbrush::model {
namespace {

using pixels::Bitmap;

constexpr int sent_width = 240;
constexpr int sent_height = 180;

/// Of one picture, as its JSON and as what came back.
struct Exchange {
  Bitmap sent = scenes::make_picture(scenes::Motif::Clouds, sent_width, sent_height, 3);
  LoggedRequest request;
  Bitmap answer;

  explicit Exchange(std::string_view scenario) {
    request.pictures.push_back({"image/png",
                                std::make_shared<const Bytes>(pixels::encode_png(sent)), sent_width,
                                sent_height});
    auto made = make_answer(*parse_scenario(scenario), request);
    answer = *pixels::decode(made->picture);
    request.truth = std::move(made->truth);
  }
};

double mean_difference(const Bitmap& a, const Bitmap& b, int margin) {
  double sum = 0;
  int counted = 0;
  for (int y = margin; y < sent_height - margin; ++y)
    for (int at = margin * 4; at < (sent_width - margin) * 4; ++at, ++counted)
      sum += std::abs(a.row(y)[at] - b.row(y)[at]);
  return sum / counted;
}

TEST(AnswersTest, TheTruthLeadsFromTheAnswerToTheEdit) {
  for (const char* scenario :
       {"edit=object,zoom=1.015,shift=9:-6,turn=0.2,truth=yes", "edit=text,size=320x200,truth=yes",
        "edit=redden,size=200x200,fit=crop,truth=yes"}) {
    const Exchange exchange(scenario);
    ASSERT_TRUE(exchange.request.truth && exchange.request.truth->wanted) << scenario;
    const Truth& truth = *exchange.request.truth;
    const Bitmap wanted = *pixels::decode(*truth.wanted->bytes);
    const Bitmap back = precision::lay(exchange.answer, truth.transform, sent_width, sent_height);
    EXPECT_LE(mean_difference(back, wanted, 32), 1.5) << scenario;
    EXPECT_GT(mean_difference(exchange.sent, wanted, 0), 0.1) << scenario;
    EXPECT_EQ(truth.area, (Rect{60, 45, 120, 90}));
    EXPECT_EQ(exchange.answer.width(), truth.width);
  }
}

TEST(AnswersTest, NothingBesidesTheEditIsExact) {
  const Exchange exchange("edit=noop");
  EXPECT_TRUE(std::ranges::equal(exchange.answer.bytes(), exchange.sent.bytes()));
  EXPECT_EQ(exchange.request.truth->transform, precision::Affine{});
  EXPECT_FALSE(exchange.request.truth->wanted) << "nobody asked for it";
}

TEST(AnswersTest, TheTruthIsInTheLog) {
  const Exchange exchange("edit=object,seed=9,shift=5:-3,redraw=yes");
  const std::string json = to_json({exchange.request});
  for (const char* part : {R"("edit" : "object")", R"("seed" : 9)", R"("redrawn" : true)"})
    EXPECT_NE(json.find(part), std::string::npos) << part << " in " << json;
}

}  // namespace
}  // namespace wordbrush::model
