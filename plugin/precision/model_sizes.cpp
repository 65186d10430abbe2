// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/model_sizes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace wordbrush::precision {

namespace {

// From Google's guide to image generation with Gemini.
constexpr auto gemini_2_5_flash = std::to_array<ModelSize>({
    {"1:1", "", 1024, 1024},
    {"2:3", "", 832, 1248},
    {"3:2", "", 1248, 832},
    {"3:4", "", 864, 1184},
    {"4:3", "", 1184, 864},
    {"4:5", "", 896, 1152},
    {"5:4", "", 1152, 896},
    {"9:16", "", 768, 1344},
    {"16:9", "", 1344, 768},
    {"21:9", "", 1536, 672},
});

constexpr auto gemini_3_pro = std::to_array<ModelSize>({
    {"1:1", "1K", 1024, 1024}, {"1:1", "2K", 2048, 2048},  {"1:1", "4K", 4096, 4096},
    {"2:3", "1K", 848, 1264},  {"2:3", "2K", 1696, 2528},  {"2:3", "4K", 3392, 5056},
    {"3:2", "1K", 1264, 848},  {"3:2", "2K", 2528, 1696},  {"3:2", "4K", 5056, 3392},
    {"3:4", "1K", 896, 1200},  {"3:4", "2K", 1792, 2400},  {"3:4", "4K", 3584, 4800},
    {"4:3", "1K", 1200, 896},  {"4:3", "2K", 2400, 1792},  {"4:3", "4K", 4800, 3584},
    {"4:5", "1K", 928, 1152},  {"4:5", "2K", 1856, 2304},  {"4:5", "4K", 3712, 4608},
    {"5:4", "1K", 1152, 928},  {"5:4", "2K", 2304, 1856},  {"5:4", "4K", 4608, 3712},
    {"9:16", "1K", 768, 1376}, {"9:16", "2K", 1536, 2752}, {"9:16", "4K", 3072, 5504},
    {"16:9", "1K", 1376, 768}, {"16:9", "2K", 2752, 1536}, {"16:9", "4K", 5504, 3072},
    {"21:9", "1K", 1584, 672}, {"21:9", "2K", 3168, 1344}, {"21:9", "4K", 6336, 2688},
});

constexpr auto gemini_3_1_flash = std::to_array<ModelSize>({
    {"1:1", "512", 512, 512},   {"1:1", "1K", 1024, 1024},  {"1:1", "2K", 2048, 2048},
    {"1:1", "4K", 4096, 4096},  {"2:3", "512", 424, 632},   {"2:3", "1K", 848, 1264},
    {"2:3", "2K", 1696, 2528},  {"2:3", "4K", 3392, 5056},  {"3:2", "512", 632, 424},
    {"3:2", "1K", 1264, 848},   {"3:2", "2K", 2528, 1696},  {"3:2", "4K", 5056, 3392},
    {"3:4", "512", 448, 600},   {"3:4", "1K", 896, 1200},   {"3:4", "2K", 1792, 2400},
    {"3:4", "4K", 3584, 4800},  {"4:3", "512", 600, 448},   {"4:3", "1K", 1200, 896},
    {"4:3", "2K", 2400, 1792},  {"4:3", "4K", 4800, 3584},  {"4:5", "512", 464, 576},
    {"4:5", "1K", 928, 1152},   {"4:5", "2K", 1856, 2304},  {"4:5", "4K", 3712, 4608},
    {"5:4", "512", 576, 464},   {"5:4", "1K", 1152, 928},   {"5:4", "2K", 2304, 1856},
    {"5:4", "4K", 4608, 3712},  {"9:16", "512", 384, 688},  {"9:16", "1K", 768, 1376},
    {"9:16", "2K", 1536, 2752}, {"9:16", "4K", 3072, 5504}, {"16:9", "512", 688, 384},
    {"16:9", "1K", 1376, 768},  {"16:9", "2K", 2752, 1536}, {"16:9", "4K", 5504, 3072},
    {"21:9", "512", 792, 336},  {"21:9", "1K", 1584, 672},  {"21:9", "2K", 3168, 1344},
    {"21:9", "4K", 6336, 2688}, {"1:4", "512", 256, 1024},  {"1:4", "1K", 512, 2048},
    {"1:4", "2K", 1024, 4096},  {"1:4", "4K", 2048, 8192},  {"4:1", "512", 1024, 256},
    {"4:1", "1K", 2048, 512},   {"4:1", "2K", 4096, 1024},  {"4:1", "4K", 8192, 2048},
    {"1:8", "512", 192, 1536},  {"1:8", "1K", 384, 3072},   {"1:8", "2K", 768, 6144},
    {"1:8", "4K", 1536, 12288}, {"8:1", "512", 1536, 192},  {"8:1", "1K", 3072, 384},
    {"8:1", "2K", 6144, 768},   {"8:1", "4K", 12288, 1536},
});

// From OpenAI's price table of image generation.
constexpr auto gpt_image = std::to_array<ModelSize>({
    {"1:1", "", 1024, 1024},
    {"3:2", "", 1536, 1024},
    {"2:3", "", 1024, 1536},
});

struct Model {
  std::string_view name;
  std::span<const ModelSize> sizes;
};

// A name that begins with another's stands first.
constexpr auto models = std::to_array<Model>({
    {"gemini-2.5-flash-image", gemini_2_5_flash},
    {"gemini-3.1-flash-image", gemini_3_1_flash},
    {"gemini-3-pro-image", gemini_3_pro},
    {"gpt-image-1-mini", gpt_image},
    {"gpt-image-1", gpt_image},
    {"gpt-image-2", gpt_image},
});

bool is_word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// "gpt-image-1" is in "openai/gpt-image-1:free", but is another model than
// "gpt-image-1.5" and "gpt-image-11".
bool names(std::string_view text, std::string_view name) {
  const auto at = text.find(name);
  if (at == std::string_view::npos) return false;
  if (at > 0 && is_word_character(text[at - 1])) return false;
  const auto rest = text.substr(at + name.size());
  return rest.empty() || (!is_word_character(rest.front()) && rest.front() != '.');
}

}  // namespace

std::span<const ModelSize> sizes_of(std::string_view model) {
  std::string lower(model);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  const auto found =
      std::ranges::find_if(models, [&](const Model& m) { return names(lower, m.name); });
  if (found == models.end()) return {};
  return found->sizes;
}

}  // namespace wordbrush::precision
