// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/image_size.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>

#include "protocol/picture_request.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

struct Size {
  int width;
  int height;
};

constexpr auto gpt_image_sizes = std::to_array<Size>({{1024, 1024}, {1536, 1024}, {1024, 1536}});
constexpr auto dall_e_3_sizes = std::to_array<Size>({{1024, 1024}, {1792, 1024}, {1024, 1792}});
constexpr auto dall_e_2_sizes = std::to_array<Size>({{1024, 1024}});

std::optional<double> to_number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  constexpr double most = 65536;
  if (read.ec != std::errc() || read.ptr != end || !(number > 0) || number > most)
    return std::nullopt;
  return number;
}

/// Width by height of "16:9" and "1024x768".
std::optional<double> read_ratio(std::string_view text, char between) {
  const std::size_t at = text.find(between);
  if (at == std::string_view::npos) return std::nullopt;
  const auto width = to_number(trimmed(text.substr(0, at)));
  const auto height = to_number(trimmed(text.substr(at + 1)));
  if (!width || !height) return std::nullopt;
  return *width / *height;
}

Size nearest(std::span<const Size> sizes, double ratio) {
  return *std::ranges::min_element(sizes, {}, [&](const Size& size) {
    return std::abs(std::log(ratio * size.height / size.width));
  });
}

/// The side of a square of that name, in pixels; 1K where there is none.
double side_of(const std::string& name) {
  if (name == "512") return 512;
  if (name == "2K") return 2048;
  return name == "4K" ? 4096 : 1024;
}

/// Of gpt-image-2 and later: sides in steps of 16, up to 3:1 and 3840 pixels, 655 360
/// to 8 294 400 pixels in all.
Size free_size(double ratio, const std::string& name) {
  constexpr double least_area = 655'360;
  constexpr double most_area = 8'294'400;
  constexpr int step = 16;
  constexpr int most_side = 3840;
  ratio = std::clamp(ratio, 1.0 / 3, 3.0);
  const double side = side_of(name);
  double area = std::clamp(side * side, least_area, most_area);
  const double long_by_short = std::max(ratio, 1 / ratio);
  area = std::min(area, most_side * most_side / long_by_short);
  const auto rounded = [](double length) {
    return static_cast<int>(std::lround(length / step)) * step;
  };
  Size size{rounded(std::sqrt(area * ratio)), rounded(std::sqrt(area / ratio))};
  // Rounding must not cross a limit. The shorter side gives way, but for the ratio's.
  int& longer = ratio < 1 ? size.height : size.width;
  int& shorter = ratio < 1 ? size.width : size.height;
  while (longer * shorter > most_area) longer -= step;
  while (longer * shorter < least_area || shorter * 3 < longer) shorter += step;
  return size;
}

bool takes_any_size(std::string_view model) {
  return model.contains("gpt-image-2");
}

std::span<const Size> sizes_of(std::string_view model) {
  if (model.contains("dall-e-2")) return dall_e_2_sizes;
  if (model.contains("dall-e-3")) return dall_e_3_sizes;
  return gpt_image_sizes;  // what relays take for other models, too
}

}  // namespace

std::string nearest_image_size(std::string_view model, std::string_view aspect_ratio,
                               std::string_view size) {
  std::string asked = lower(trimmed(size));
  if (trimmed(aspect_ratio).empty() && asked.empty()) return {};
  if (read_ratio(asked, 'x')) return asked;
  const auto ratio = read_ratio(aspect_ratio, ':');
  if (!ratio) return "auto";
  const std::string name = lower(model);
  const Size found =
      takes_any_size(name) ? free_size(*ratio, size_name(asked)) : nearest(sizes_of(name), *ratio);
  return std::to_string(found.width) + "x" + std::to_string(found.height);
}

}  // namespace wordbrush::protocol
