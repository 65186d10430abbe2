// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "protocol/reading.h"
#include "protocol/reply_reader.h"

namespace wordbrush::protocol {
namespace {

/// What becomes of a body that starts with `start` and goes on for `total` bytes.
Result<void> feed_much(const std::string& start, const std::string& piece, std::size_t total) {
  ReplyReader reader;
  auto fed = reader.feed(start);
  for (std::size_t bytes = 0; fed && bytes < total; bytes += piece.size()) fed = reader.feed(piece);
  return fed;
}

constexpr std::size_t mebibyte = std::size_t{1} << 20;

TEST(ReplyLimitTest, RefusesAPictureLargerThanAnyIs) {
  const std::string piece(mebibyte, 'A');
  EXPECT_TRUE(feed_much("{\"a\":\"", piece, 85 * mebibyte));
  const auto fed = feed_much("{\"a\":\"", piece, 87 * mebibyte);
  ASSERT_FALSE(fed);
  EXPECT_EQ(fed.error().kind, ErrorKind::Protocol);
}

TEST(ReplyLimitTest, RefusesAPictureOfPiecesThatIsTooLarge) {
  const std::string half(48 * mebibyte, 'A');
  const std::string body =
      delta("![i](data:image/png;base64," + half) + delta(half + ")") + "data: [DONE]";
  const auto reply = read_in_pieces(body, mebibyte);
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, ErrorKind::BadImage);
}

TEST(ReplyLimitTest, CountsNoPictureAsText) {
  const Bytes bytes = picture_bytes(20 * mebibyte, 1);
  const std::string body = delta(markdown(to_base64(bytes))) + "data: [DONE]";
  const auto reply = read_in_pieces(body, body.size());
  ASSERT_TRUE(reply) << described(reply);
  EXPECT_EQ(*reply->pictures.at(0).bytes, bytes);
}

TEST(ReplyLimitTest, RefusesWhiteSpaceWithoutEnd) {
  const std::string piece(mebibyte, ' ');
  EXPECT_TRUE(feed_much("", piece, 15 * mebibyte));
  EXPECT_FALSE(feed_much("", piece, 17 * mebibyte));
}

TEST(ReplyLimitTest, RefusesMoreTextThanAnAnswerNeeds) {
  const std::string piece(mebibyte, '.');
  for (const char* const start : {"{\"a\":\"", "data: ", ": "}) {
    EXPECT_TRUE(feed_much(start, piece, 15 * mebibyte));
    EXPECT_FALSE(feed_much(start, piece, 17 * mebibyte));
  }
}

TEST(ReplyLimitTest, RefusesABodyThatNeverEnds) {
  const std::string piece = delta(std::string(mebibyte, 'A'));
  EXPECT_TRUE(feed_much("", piece, 250 * mebibyte));
  EXPECT_FALSE(feed_much("", piece, 257 * mebibyte));
}

TEST(ReplyLimitTest, RefusesJsonThatNestsWithoutEnd) {
  for (const std::string& body : {std::string(100000, '['), "data: " + std::string(100000, '{')}) {
    const auto reply = read_in_pieces(body, 1000);
    EXPECT_FALSE(reply);
  }
}

}  // namespace
}  // namespace wordbrush::protocol
