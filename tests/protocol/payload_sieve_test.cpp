// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/payload_sieve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "protocol/reading.h"

namespace wordbrush::protocol {
namespace {

/// What a sieve lets pass of `text` in pieces of `piece_bytes`.
std::string sieved(std::string_view text, std::size_t piece_bytes, RunStore& store,
                   PayloadSieve::LineEnd line_end = PayloadSieve::LineEnd::PartOfString) {
  PayloadSieve sieve(line_end, store);
  std::string passed;
  for (std::size_t at = 0; at < text.size(); at += piece_bytes)
    EXPECT_TRUE(sieve.feed(text.substr(at, piece_bytes), passed));
  sieve.finish(passed);
  return passed;
}

std::string letters(std::size_t count) {
  return to_base64(picture_bytes(count, 5)).substr(0, count);
}

// --- What passes unchanged ---

struct PassingCase {
  const char* name;
  std::string text;
};

void PrintTo(const PassingCase& c, std::ostream* os) {
  *os << c.text.substr(0, 60);
}

const PassingCase passing_cases[] = {
    {"Nothing", ""},
    {"ShortRun", "{\"a\":\"" + letters(255) + "\"}"},
    {"LongRunOutsideStrings", letters(1000)},
    {"LongNumber", "{\"a\":" + std::string(1000, '1') + "}"},
    {"Words", R"({"a":"Some words, \"quoted\", and a \u00e9 \\ \/ \n line."})"},
    {"WordsWithoutPunctuation",
     "{\"a\":\"the quick brown fox jumps over the lazy dog and over the quick brown fox and over "
     "the lazy dog once more until there are more than two hundred and fifty six letters in this "
     "line which goes on and on and on just for that and never comes to an end of its own\"}"},
    {"ManyShortWords", "{\"a\":\"" + replaced(std::string(400, 'x'), "x", "a b ") + "\"}"},
    {"CutEscape", R"({"a":"\u00)"},
    {"BackslashAtTheEnd", "{\"a\":\"\\"},
    {"BadEscapes", R"({"a":"\u00zz\q\u","b":"\"})"},
    {"OtherBytes", "{\"a\":\"\xFF\xFE\xC3\"}"},
};

class PassingTest : public testing::TestWithParam<PassingCase> {};

TEST_P(PassingTest, StaysAsItIs) {
  for (const std::size_t piece : {1, 3, 1000}) {
    RunStore store;
    EXPECT_EQ(sieved(GetParam().text, piece, store), GetParam().text);
  }
}

INSTANTIATE_TEST_SUITE_P(Texts, PassingTest, testing::ValuesIn(passing_cases),
                         [](const auto& test) { return std::string(test.param.name); });

// --- What is taken out ---

TEST(PayloadSieveTest, LeavesAMarkForALongRun) {
  RunStore store;
  const std::string run = letters(256);
  const std::string passed = sieved("{\"a\":\"x: " + run + ".\"}", 7, store);
  EXPECT_LT(passed.size(), 100U);
  EXPECT_TRUE(passed.starts_with("{\"a\":\"x: "));
  EXPECT_TRUE(passed.ends_with(".\"}"));
  EXPECT_EQ(store.restored(passed), "{\"a\":\"x: " + run + ".\"}");
}

TEST(PayloadSieveTest, EndsStringsAtLineEndsOfAnEventStream) {
  RunStore store;
  const std::string text = ": it's \"open\n" + letters(500) + "\ndata: \"" + letters(500) + "\"\n";
  const std::string passed = sieved(text, 9, store, PayloadSieve::LineEnd::EndsString);
  EXPECT_TRUE(passed.contains(letters(500) + "\ndata"));
  EXPECT_FALSE(passed.contains("data: \"" + letters(500)));
  EXPECT_EQ(store.restored(passed), text);
}

TEST(PayloadSieveTest, GivesRunsToTheDecoderWithTheCharactersAroundThem) {
  const Bytes bytes = picture_bytes(3000, 9);
  const std::string base64 = to_base64(bytes);
  // Any two cuts: short and long pieces at all phases.
  for (const std::size_t first : {1, 2, 3, 4, 255, 256, 257, 1001, 1002, 1003}) {
    for (const std::size_t second : {first + 1, first + 255, first + 259, first + 1001}) {
      RunStore store;
      const std::string text = "\"" + base64.substr(0, first) + "\" \"" +
                               base64.substr(first, second - first) + "\" \"" +
                               base64.substr(second) + "\"";
      const std::string joined = replaced(sieved(text, 100, store), "\" \"", "");
      EXPECT_EQ(store.take_payload(joined.substr(1, joined.size() - 2)), bytes)
          << first << " " << second;
    }
  }
}

TEST(PayloadSieveTest, EndsARunBeforeALineThatDoesNotFit) {
  const std::string line(76, 'a');
  const std::string lines = line + "\\n" + line + "\\n" + line + "\\n" + line + "\\n";
  for (const char* const next : {"/b+", "-b_", "=", "\\n", " a", "bcd\\nef", "\\u00e9", ""}) {
    for (const char* const start : {"+", "-", ""}) {
      RunStore store;
      const std::string text = "\"" + std::string(start) + lines + next + "\"";
      const std::string passed = sieved(text, 5, store);
      EXPECT_LT(passed.size(), 100U);
      EXPECT_EQ(replaced(store.restored(passed), "\n", "\\n"), text);
    }
  }
}

TEST(PayloadSieveTest, LeavesWordsOnTheLineBehindALongRun) {
  RunStore store;
  const std::string passed = sieved("\"" + letters(1200) + "\\nHere it is\"", 11, store);
  EXPECT_TRUE(passed.ends_with("\\nHere it is\""));
}

TEST(PayloadSieveTest, TakesNoOtherCharacterForOneOfItsOwn) {
  // U+0141 and U+012B end like 'A' and '+'; U+002 is none.
  for (const char* const escape : {"\\u0141", "\\u012b", "\\u002", "\\u00", "\\q"}) {
    RunStore store;
    const std::string text = "\"" + letters(400) + escape + "\"";
    EXPECT_EQ(store.restored(sieved(text, 13, store)), text);
  }
}

TEST(PayloadSieveTest, UsesARunUpOnce) {
  RunStore store;
  const std::string passed = sieved("\"" + letters(400) + "\"", 400, store);
  const std::string mark = passed.substr(1, passed.size() - 2);
  EXPECT_EQ(store.mark_length(mark), mark.size());
  EXPECT_TRUE(store.take_payload(mark));
  EXPECT_FALSE(store.take_payload(mark));
  EXPECT_EQ(store.restored("a" + mark + "b"), "ab");
}

TEST(RunStoreTest, TakesNoMarkForItsOwnThatIsNot) {
  RunStore store;
  RunStore other;
  const std::string passed = sieved("\"" + letters(400) + "\"", 400, other);
  EXPECT_EQ(store.mark_length(passed.substr(1)), 0U);
  EXPECT_EQ(store.restored(passed), passed);
}

// --- Nothing is ever lost ---

/// Random JSON strings with base64 in them, and the same without escapes.
class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  void add_string() {
    add_raw("\"");
    const int pieces = below(4);
    for (int i = 0; i < pieces; ++i) {
      if (below(2) == 0) add_words();
      add_base64(std::size_t(below(2000)));
    }
    add_raw("\",\n ");
  }

  const std::string& written() const { return written_; }
  const std::string& meant() const { return meant_; }

 private:
  int below(int limit) { return int(random_() % unsigned(limit)); }

  void add_raw(std::string_view text) {
    written_ += text;
    meant_ += text;
  }

  void add_words() {
    static constexpr std::string_view words[] = {
        "a b", "![i](data:image/png;base64,", ")", "\xC3\xA9", "==", "-+-", "https://host/"};
    add_raw(words[std::size_t(below(int(std::size(words))))]);
  }

  void add_base64(std::size_t size) {
    std::string base64 = to_base64(picture_bytes(size, random_()));
    base64.resize(base64.size() - std::size_t(below(3)));
    if (below(3) == 0) base64 = replaced(replaced(base64, "+", "-"), "/", "_");
    const std::size_t line = below(3) == 0 ? std::size_t(1 + below(200)) : base64.size() + 1;
    const int escaping = below(3);
    for (std::size_t at = 0; at < base64.size(); ++at) {
      if (at > 0 && at % line == 0) add_escaped('\n', "\\n");
      add_character(base64[at], escaping);
    }
  }

  void add_character(char character, int escaping) {
    if (escaping > 0 && character == '/' && below(2) == 0) return add_escaped('/', "\\/");
    if (escaping > 1 && character == '+') return add_escaped('+', "\\u002b");
    if (escaping > 1 && character == '=') return add_escaped('=', "\\u003D");
    add_escaped(character, std::string(1, character));
  }

  void add_escaped(char character, const std::string& escape) {
    written_ += escape;
    meant_ += character;
  }

  std::minstd_rand random_;
  std::string written_;
  std::string meant_;
};

/// `text` with the escapes undone that RandomText writes.
std::string without_escapes(std::string text) {
  text = replaced(std::move(text), "\\n", "\n");
  text = replaced(std::move(text), "\\/", "/");
  text = replaced(std::move(text), "\\u002b", "+");
  return replaced(std::move(text), "\\u003D", "=");
}

/// Where two long texts start to differ; empty where they are the same.
std::string difference(std::string_view a, std::string_view b) {
  if (a == b) return "";
  const std::size_t at = std::size_t(std::ranges::mismatch(a, b).in1 - a.begin());
  const std::size_t from = at - std::min<std::size_t>(at, 30);
  return "at " + std::to_string(at) + ": " + std::string(a.substr(from, 60)) + " / " +
         std::string(b.substr(from, 60));
}

TEST(PayloadSievePropertyTest, RestoresEveryCharacter) {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    RandomText text(seed);
    for (int i = 0; i < 6; ++i) text.add_string();
    for (const std::size_t piece : {std::size_t{1}, std::size_t{seed}, text.written().size()}) {
      RunStore store;
      const std::string passed = sieved(text.written(), piece, store);
      ASSERT_EQ(difference(store.restored(without_escapes(passed)), text.meant()), "")
          << "seed " << seed << " in pieces of " << piece;
    }
  }
}

TEST(PayloadSievePropertyTest, LetsTheSamePassHoweverTheBytesAreCut) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    RandomText text(seed);
    for (int i = 0; i < 6; ++i) text.add_string();
    RunStore whole_store;
    const std::string whole =
        whole_store.without_marks(sieved(text.written(), text.written().size(), whole_store));
    for (const std::size_t piece : {std::size_t{1}, std::size_t{seed + 1}}) {
      RunStore store;
      const std::string cut = store.without_marks(sieved(text.written(), piece, store));
      ASSERT_EQ(difference(cut, whole), "") << "seed " << seed << " in pieces of " << piece;
    }
  }
}

}  // namespace
}  // namespace wordbrush::protocol
