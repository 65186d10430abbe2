// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host_notice_text.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

TEST(HostNoticeTest, SaysWhatLeavesAndToWhom) {
  const Leaving leaving{.host = "api.example.com",
                        .model = "painter-2",
                        .pictures = {{1024, 768}, {512, 384}, {512, 384}}};
  EXPECT_EQ(notice_title(leaving), "Send to api.example.com?");
  const auto text = notice_text(leaving);
  EXPECT_TRUE(text.contains("3 pictures (1024 x 768 pixels, 512 x 384 pixels)")) << text;
  EXPECT_TRUE(text.contains("prompt"));
  EXPECT_TRUE(text.contains("api.example.com"));
  EXPECT_TRUE(text.contains("painter-2"));
}

TEST(HostNoticeTest, SpeaksOfNoPictureWhereThereIsNone) {
  const auto text = notice_text({.host = "h", .model = "m"});
  EXPECT_FALSE(text.contains("picture")) << text;
  EXPECT_TRUE(text.contains("prompt"));
}

TEST(HostNoticeTest, IsShownOnceForEachHost) {
  settings::Preferences preferences;
  EXPECT_TRUE(needs_notice(preferences, "api.example.com"));
  settings::remember_host(preferences, "api.example.com");
  EXPECT_FALSE(needs_notice(preferences, "API.example.com"));
  EXPECT_TRUE(needs_notice(preferences, "api.example.com:8443"));
}

TEST(HostNoticeTest, IsNotShownForThisComputer) {
  for (const char* host : {"localhost", "localhost:4000", "127.0.0.1:38211", "[::1]:80"})
    EXPECT_FALSE(needs_notice({}, host)) << host;
  for (const char* host : {"localhost.example", "127.example.com", "192.168.1.2", "[::2]"})
    EXPECT_TRUE(needs_notice({}, host)) << host;
}

}  // namespace
}  // namespace wordbrush::ui
