// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/log.h"

#include <gtest/gtest.h>

namespace wordbrush::model {
namespace {

TEST(LogTest, TheKeyIsNeverLogged) {
  EXPECT_EQ(redacted("Bearer secret-key"), "Bearer (10 characters)");
  EXPECT_EQ(redacted("secret-key"), "(10 characters)");
  EXPECT_EQ(redacted(""), "(0 characters)");
}

TEST(LogTest, NamesTheMembersOfABody) {
  EXPECT_EQ(member_names(R"({"stream":true,"model":"x","messages":[{"role":"user"}]})"),
            (std::vector<std::string>{"messages", "model", "stream"}));
  EXPECT_TRUE(member_names("[1]").empty());
  EXPECT_TRUE(member_names("not json").empty());
}

TEST(LogTest, HoldsWhatATestAsksFor) {
  LoggedRequest request;
  request.path = "/v1/chat/completions";
  request.headers["authorization"] = redacted("Bearer abc");
  request.prompt = "a \"red\" barn";
  request.pictures.push_back(
      {"image/png", std::make_shared<const Bytes>(Bytes{'a', 'b', 'c'}), 4, 3});
  const auto json = to_json({request});
  EXPECT_NE(json.find("Bearer (3 characters)"), std::string::npos);
  EXPECT_NE(json.find(R"(a \"red\" barn)"), std::string::npos);
  EXPECT_NE(json.find("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            std::string::npos);
}

}  // namespace
}  // namespace wordbrush::model
