// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/key_exposure.h"

#include <gtest/gtest.h>

namespace wordbrush::edit {
namespace {

Route route(const char* base_url, const char* key) {
  return {.endpoint = protocol::parse_endpoint(base_url).value(), .key = key, .model = "m"};
}

TEST(KeyExposureTest, IsToldForAKeyWithoutEncryptionOverTheInternet) {
  const auto warning = warning_of_exposed_key(route("http://relay.example.com/v1", "k"), false);
  ASSERT_TRUE(warning);
  EXPECT_EQ(warning->name, "key_unencrypted");
  EXPECT_NE(warning->sentence.find("relay.example.com"), std::string::npos);
}

TEST(KeyExposureTest, IsNoneOtherwise) {
  EXPECT_FALSE(warning_of_exposed_key(route("https://relay.example.com/v1", "k"), false));
  EXPECT_FALSE(warning_of_exposed_key(route("http://relay.example.com/v1", ""), false));
  EXPECT_FALSE(warning_of_exposed_key(route("http://192.168.1.5/v1", "k"), true));
}

}  // namespace
}  // namespace wordbrush::edit
