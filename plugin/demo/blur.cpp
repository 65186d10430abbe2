// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/blur.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "demo/light.h"

namespace wordbrush::demo {

namespace {

using pixels::Bitmap;

constexpr int channels = Bitmap::channels;
constexpr int boxes = 3;
constexpr std::uint32_t opaque = 255;

/// A picture of 16 bits per channel, its colors multiplied by their alpha.
struct Field {
  int width;
  int height;
  std::vector<std::uint16_t> values;

  std::size_t stride() const { return static_cast<std::size_t>(width) * channels; }
  std::uint16_t* row(int y) { return values.data() + stride() * static_cast<std::size_t>(y); }
  const std::uint16_t* row(int y) const {
    return values.data() + stride() * static_cast<std::size_t>(y);
  }
};

std::uint16_t widened(std::uint32_t value, Mixing mixing) {
  constexpr std::uint32_t to_16_bits = 257;
  return mixing == Mixing::Light ? light_of_srgb()[value]
                                 : static_cast<std::uint16_t>(value * to_16_bits);
}

std::uint8_t narrowed(std::uint32_t value, Mixing mixing) {
  constexpr std::uint32_t to_8_bits = 257;
  return mixing == Mixing::Light ? srgb_of_light()[value]
                                 : static_cast<std::uint8_t>((value + to_8_bits / 2) / to_8_bits);
}

Field to_field(const Bitmap& bitmap, Mixing mixing) {
  Field field{bitmap.width(), bitmap.height(), std::vector<std::uint16_t>(bitmap.size())};
  const auto bytes = bitmap.bytes();
  for (std::size_t at = 0; at < bytes.size(); at += channels) {
    const std::uint32_t alpha = bytes[at + 3];
    for (std::size_t channel = 0; channel < 3; ++channel)
      field.values[at + channel] = static_cast<std::uint16_t>(
          (widened(bytes[at + channel], mixing) * alpha + opaque / 2) / opaque);
    field.values[at + 3] = widened(alpha, Mixing::Values);
  }
  return field;
}

/// The mean of 2 * radius + 1 values by one multiplication.
class Mean {
 public:
  explicit Mean(int radius) : factor_((1ULL << shift) / (2ULL * radius + 1) + 1) {}
  std::uint16_t operator()(std::uint32_t sum) const {
    return static_cast<std::uint16_t>((sum * factor_) >> shift);
  }

 private:
  static constexpr int shift = 36;
  std::uint64_t factor_;
};

void box_row(const std::uint16_t* from, std::uint16_t* to, int width, int radius) {
  const Mean mean(radius);
  const auto pixel = [&](int x) {
    return from + static_cast<std::ptrdiff_t>(std::clamp(x, 0, width - 1)) * channels;
  };
  std::uint32_t sums[channels] = {};
  for (int x = -radius; x <= radius; ++x)
    for (int channel = 0; channel < channels; ++channel) sums[channel] += pixel(x)[channel];
  for (int x = 0; x < width; ++x, to += channels) {
    const auto* const next = pixel(x + radius + 1);
    const auto* const last = pixel(x - radius);
    for (int channel = 0; channel < channels; ++channel) {
      to[channel] = mean(sums[channel]);
      sums[channel] += next[channel];
      sums[channel] -= last[channel];
    }
  }
}

void box_columns(const Field& from, Field& to, int radius) {
  const Mean mean(radius);
  const auto row = [&](int y) { return from.row(std::clamp(y, 0, from.height - 1)); };
  std::vector<std::uint32_t> sums(from.stride());
  for (int y = -radius; y <= radius; ++y)
    for (std::size_t at = 0; at < sums.size(); ++at) sums[at] += row(y)[at];
  for (int y = 0; y < from.height; ++y) {
    const auto* const next = row(y + radius + 1);
    const auto* const last = row(y - radius);
    auto* const target = to.row(y);
    for (std::size_t at = 0; at < sums.size(); ++at) {
      target[at] = mean(sums[at]);
      sums[at] += next[at];
      sums[at] -= last[at];
    }
  }
}

/// The radius of the box that, used three times, spreads like `sigma`.
int box_radius(double sigma) {
  const double width = std::sqrt(12 * sigma * sigma / boxes + 1);
  return std::max(1, static_cast<int>(std::lround((width - 1) / 2)));
}

void blur(Field& field, double sigma) {
  const int radius = box_radius(sigma);
  Field other{field.width, field.height, std::vector<std::uint16_t>(field.values.size())};
  for (int box = 0; box < boxes; ++box) {
    for (int y = 0; y < field.height; ++y) box_row(field.row(y), other.row(y), field.width, radius);
    box_columns(other, field, radius);
  }
}

}  // namespace

Bitmap blurred(const Bitmap& bitmap, double sigma, Mixing mixing) {
  constexpr std::uint32_t max_value = 65535;
  Field field = to_field(bitmap, mixing);
  blur(field, sigma);
  Bitmap result = bitmap.clone();
  const auto bytes = result.bytes();
  for (std::size_t at = 0; at < bytes.size(); at += channels) {
    const std::uint32_t alpha = field.values[at + 3];
    if (alpha == 0) continue;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const std::uint64_t color = field.values[at + channel];
      const auto value = std::min<std::uint64_t>(color * max_value / alpha, max_value);
      bytes[at + channel] = narrowed(static_cast<std::uint32_t>(value), mixing);
    }
  }
  return result;
}

}  // namespace wordbrush::demo
