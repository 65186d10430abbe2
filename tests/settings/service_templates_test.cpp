// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/service_templates.h"

#include <gtest/gtest.h>

#include "settings/connection_store.h"
#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

class ServiceTemplateTest : public testing::TestWithParam<std::size_t> {
 protected:
  const ServiceTemplate& service() const { return service_templates()[GetParam()]; }
};

TEST_P(ServiceTemplateTest, CanBeSavedAsItIs) {
  const test::TempFolder folder;
  ConnectionStore store(folder.path());
  const auto connection = connection_from(service());
  ASSERT_TRUE(store.save(connection));
  EXPECT_EQ(store.load()->back(), connection);
}

TEST_P(ServiceTemplateTest, NamesAHostAndNoAddressForItsKeys) {
  const std::string key_host = service().key_host;
  EXPECT_FALSE(key_host.contains('/')) << key_host;
  EXPECT_EQ(key_host.empty(), std::string(service().base_url).starts_with("http://localhost:"));
}

INSTANTIATE_TEST_SUITE_P(All, ServiceTemplateTest,
                         testing::Range(std::size_t{0}, service_templates().size()));

TEST(KeyHostTest, IsToldOfAKnownHost) {
  EXPECT_EQ(key_host_of(" https://OpenRouter.ai/api/v1"), "openrouter.ai");
  EXPECT_EQ(key_host_of("generativelanguage.googleapis.com/v1beta"), "aistudio.google.com");
  EXPECT_EQ(key_host_of("mine.openai.azure.com"), "portal.azure.com");
}

TEST(KeyHostTest, IsNotToldOfOthers) {
  EXPECT_EQ(key_host_of("https://evil-openrouter.ai"), "");
  EXPECT_EQ(key_host_of("https://evil.example/openrouter.ai"), "");
  EXPECT_EQ(key_host_of("openrouter.ai:8443"), "");
  EXPECT_EQ(key_host_of("openai.azure.com.example"), "");
  EXPECT_EQ(key_host_of("localhost:4000"), "");
  EXPECT_EQ(key_host_of(""), "");
}

}  // namespace
}  // namespace wordbrush::settings
