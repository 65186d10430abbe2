// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>

#include "base/glib_ptr.h"
#include "demo/scene.h"
#include "demo/words.h"

namespace wordbrush::demo {

namespace {

// English, German, Simplified Chinese.
constexpr std::string_view night_words[] = {
    "night", "moon",   "moonlight", "stars",        "nacht",        "nachts",
    "mond",  "sterne", "\u591c",    "\u591c\u665a", "\u6708\u4eae", "\u661f\u7a7a"};
constexpr std::string_view sunset_words[] = {
    "sunset",          "sunrise",       "evening",     "dusk",         "dawn",
    "sonnenuntergang", "sonnenaufgang", "abend",       "\u65e5\u843d", "\u65e5\u51fa",
    "\u5915\u9633",    "\u9ec4\u660f",  "\u508d\u665a"};
constexpr std::string_view sea_words[] = {"sea",          "ocean",        "beach",        "lake",
                                          "water",        "waves",        "meer",         "ozean",
                                          "strand",       "wasser",       "wellen",       "\u6d77",
                                          "\u5927\u6d77", "\u6d77\u8fb9", "\u6d77\u6ee9", "\u6e56"};
constexpr std::string_view forest_words[] = {"forest",       "woods",        "trees",
                                             "jungle",       "wald",         "b\u00e4ume",
                                             "\u68ee\u6797", "\u6811\u6797", "\u6811"};

Mood read_mood(std::string_view prompt) {
  const WordText text(prompt);
  if (text.has_any(night_words)) return Mood::Night;
  if (text.has_any(sunset_words)) return Mood::Sunset;
  if (text.has_any(sea_words)) return Mood::Sea;
  if (text.has_any(forest_words)) return Mood::Forest;
  return Mood::Day;
}

struct Numbers {
  int first;
  int second;
};

using GMatchInfoPtr = std::unique_ptr<GMatchInfo, FreeWith<g_match_info_unref>>;

/// What the first match of `pattern` has in its groups 1 and 2, the last as 0 where
/// the pattern has one group only.
std::optional<Numbers> find_numbers(const std::string& text, const char* pattern) {
  using GRegexPtr = std::unique_ptr<GRegex, FreeWith<g_regex_unref>>;
  const GRegexPtr regex(g_regex_new(pattern, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT, nullptr));
  GMatchInfo* raw = nullptr;
  const bool is_found = g_regex_match(regex.get(), text.c_str(), G_REGEX_MATCH_DEFAULT, &raw);
  const GMatchInfoPtr match(raw);
  if (!is_found) return std::nullopt;
  const auto number = [&match](int group) {
    const GCharPtr digits(g_match_info_fetch(match.get(), group));
    return digits ? static_cast<int>(g_ascii_strtoll(digits.get(), nullptr, 10)) : 0;
  };
  return Numbers{number(1), number(2)};
}

int to_side(double length) {
  return static_cast<int>(
      std::lround(std::clamp(length, double{Scene::min_side}, double{Scene::max_side})));
}

}  // namespace

Scene read_scene(std::string_view prompt) {
  constexpr double side_of_1k = 1024;
  Scene scene{.mood = read_mood(prompt)};
  const GCharPtr valid(g_utf8_make_valid(prompt.data(), static_cast<gssize>(prompt.size())));
  const std::string text = valid.get();

  if (const auto size = find_numbers(text, R"((?<!\d)(\d{2,5})\s*[x\x{d7}*]\s*(\d{2,5})(?!\d))")) {
    scene.width = to_side(size->first);
    scene.height = to_side(size->second);
    return scene;
  }
  const auto thousands = find_numbers(text, R"((?<!\w)([124])k(?!\w))");
  const double side = side_of_1k * (thousands ? thousands->first : 1);
  const auto aspect =
      find_numbers(text, R"((?<!\d)([1-9]\d?)\s*:\s*([1-9]\d?)(?!\d))").value_or(Numbers{1, 1});
  const double ratio = std::sqrt(static_cast<double>(aspect.first) / aspect.second);
  scene.width = to_side(side * ratio);
  scene.height = to_side(side / ratio);
  return scene;
}

}  // namespace wordbrush::demo
