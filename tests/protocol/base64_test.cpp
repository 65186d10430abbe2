// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base64.h"

#include <gtest/gtest.h>

#include "protocol/reading.h"

namespace wordbrush::protocol {
namespace {

struct DecodingCase {
  const char* name;
  const char* text;
  std::optional<Bytes> bytes;
};

void PrintTo(const DecodingCase& c, std::ostream* os) {
  *os << c.text;
}

const DecodingCase decoding_cases[] = {
    {"WholeGroup", "AQID", Bytes{1, 2, 3}},
    {"OneByte", "AQ==", Bytes{1}},
    {"TwoBytes", "AQI=", Bytes{1, 2}},
    {"NoPadding", "AQIDBA", Bytes{1, 2, 3, 4}},
    {"TooMuchPadding", "AQID====", Bytes{1, 2, 3}},
    {"StandardAlphabet", "+/+/", Bytes{0xFB, 0xFF, 0xBF}},
    {"UrlSafeAlphabet", "-_-_", Bytes{0xFB, 0xFF, 0xBF}},
    {"BothAlphabets", "+_-/", Bytes{0xFB, 0xFF, 0xBF}},
    {"WhiteSpace", " A\tQ\r\nI\fD ", Bytes{1, 2, 3}},
    {"Nothing", "", std::nullopt},
    {"SpacesOnly", "  ", std::nullopt},
    {"PaddingOnly", "==", std::nullopt},
    {"OneCharacter", "A", std::nullopt},
    {"OneCharacterTooMany", "AQIDB", std::nullopt},
    {"CharacterBehindPadding", "AQ==AQID", std::nullopt},
    {"OtherCharacter", "AQ*D", std::nullopt},
    {"OtherCharacterAtTheEnd", "AQIDAQI.", std::nullopt},
};

class DecodingTest : public testing::TestWithParam<DecodingCase> {};

TEST_P(DecodingTest, GivesTheBytes) {
  EXPECT_EQ(decode_base64(GetParam().text), GetParam().bytes);
}

TEST_P(DecodingTest, GivesTheSameInPieces) {
  Base64Decoder decoder;
  bool is_good = true;
  for (const char character : std::string_view(GetParam().text))
    is_good = is_good && decoder.feed({&character, 1});
  EXPECT_EQ(is_good ? std::move(decoder).finish() : std::nullopt, GetParam().bytes);
}

INSTANTIATE_TEST_SUITE_P(Texts, DecodingTest, testing::ValuesIn(decoding_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Base64DecoderTest, TakesDecodedGroupsAtAnyPhase) {
  const Bytes bytes = picture_bytes(99, 1);
  const std::string text = to_base64(bytes);
  for (std::size_t before = 0; before < 8; ++before) {
    const std::string_view middle = std::string_view(text).substr(before, 84);
    Bytes decoded(63);
    ASSERT_EQ(decode_groups(middle, Alphabet::Standard, decoded.data()), middle.size());
    Base64Decoder decoder;
    EXPECT_TRUE(decoder.feed(text.substr(0, before)));
    EXPECT_TRUE(decoder.feed_groups(decoded));
    EXPECT_TRUE(decoder.feed(text.substr(before + 84)));
    EXPECT_EQ(std::move(decoder).finish(), bytes) << before;
  }
}

TEST(Base64DecoderTest, TakesNoGroupsBehindPadding) {
  Base64Decoder decoder;
  EXPECT_TRUE(decoder.feed("AQ=="));
  EXPECT_FALSE(decoder.feed_groups(Bytes{1, 2, 3}));
}

TEST(DecodeGroupsTest, StopsAtWhatTheAlphabetLacks) {
  Bytes out(12);
  EXPECT_EQ(decode_groups("AAAAAAA+AAAA", Alphabet::Either, out.data()), 12U);
  EXPECT_EQ(decode_groups("AAAAAAA+AAAA", Alphabet::Letters, out.data()), 4U);
  EXPECT_EQ(decode_groups("AAAAAAA+AAAA", Alphabet::UrlSafe, out.data()), 4U);
  EXPECT_EQ(decode_groups("AAAAAAA_AAAA", Alphabet::Standard, out.data()), 4U);
  EXPECT_EQ(decode_groups("AAA", Alphabet::Either, out.data()), 0U);
}

TEST(CountBase64Test, StopsAtTheFirstOtherCharacter) {
  EXPECT_EQ(count_base64(""), 0U);
  EXPECT_EQ(count_base64("=AAA"), 0U);
  EXPECT_EQ(count_base64("aZ09+/-_=A"), 8U);
  EXPECT_EQ(count_base64("AA AA"), 2U);
  EXPECT_EQ(count_base64("\xFF"), 0U);
}

}  // namespace
}  // namespace wordbrush::protocol
