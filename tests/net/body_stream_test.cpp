// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body_stream.h"

#include <gtest/gtest.h>

#include "net/body_reader.h"
#include "net/random_body.h"

namespace wordbrush::net {
namespace {

constexpr unsigned bodies = 60;

std::string read_all(RequestBody body, std::size_t piece_size) {
  BodyReader reader(std::move(body));
  std::string text;
  std::string piece(piece_size, '\0');
  while (const auto size = reader.read(piece)) {
    text.append(piece, 0, size);
    if (size < piece_size) break;
  }
  EXPECT_EQ(reader.read(piece), 0U) << "the end stays the end";
  return text;
}

class BodyReaderTest : public testing::TestWithParam<std::size_t> {};

TEST_P(BodyReaderTest, GivesTheWholeTextHoweverItIsRead) {
  for (unsigned seed = 0; seed < bodies; ++seed) {
    const auto body = test::random_body(seed);
    EXPECT_EQ(read_all(body, GetParam()), to_text(body)) << "seed " << seed;
    EXPECT_EQ(to_text(body).size(), body.size()) << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(PieceSizes, BodyReaderTest, testing::Values(1, 2, 3, 5, 7, 4096));

std::string splice(const GObjectPtr<GInputStream>& stream) {
  const auto memory = GObjectPtr<GOutputStream>::adopt(g_memory_output_stream_new_resizable());
  EXPECT_GE(g_output_stream_splice(memory.get(), stream.get(), G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                   nullptr, nullptr),
            0);
  auto* const written = G_MEMORY_OUTPUT_STREAM(memory.get());
  return {static_cast<const char*>(g_memory_output_stream_get_data(written)),
          g_memory_output_stream_get_data_size(written)};
}

TEST(BodyStreamTest, IsTheBodyAsText) {
  auto body = test::random_body(3);
  body.pieces.emplace_back(std::string(100000, 'x'));
  EXPECT_EQ(splice(make_body_stream(body, nullptr)), to_text(body));
}

TEST(BodyStreamTest, EndsOnceTheServerHasAnswered) {
  int reads = 0;
  const RequestBody body{.pieces = {std::string(10'000'000, 'x')}};
  const auto sent = splice(make_body_stream(body, [&reads] { return ++reads > 2; }));
  EXPECT_GT(sent.size(), 0U);
  EXPECT_LT(sent.size(), body.size());
}

TEST(BodyStreamTest, IsReadWithoutAThread) {
  const auto stream = make_body_stream({}, nullptr);
  const bool is_pollable = G_IS_POLLABLE_INPUT_STREAM(stream.get());
  ASSERT_TRUE(is_pollable);
  EXPECT_TRUE(g_pollable_input_stream_can_poll(G_POLLABLE_INPUT_STREAM(stream.get())));
  EXPECT_TRUE(g_pollable_input_stream_is_readable(G_POLLABLE_INPUT_STREAM(stream.get())));
}

TEST(BodyStreamTest, CannotBeSentTwice) {
  const auto stream = make_body_stream({}, nullptr);
  const bool is_seekable = G_IS_SEEKABLE(stream.get());
  EXPECT_FALSE(is_seekable);
}

TEST(BodyStreamTest, DropsItsPicturesWithItself) {
  const auto picture = std::make_shared<Bytes>(10);
  auto stream = make_body_stream({.pieces = {Base64Piece{picture}}}, nullptr);
  EXPECT_EQ(picture.use_count(), 2);
  stream = nullptr;
  EXPECT_EQ(picture.use_count(), 1);
}

}  // namespace
}  // namespace wordbrush::net
