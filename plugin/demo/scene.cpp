// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "demo/label.h"
#include "demo/light.h"

namespace wordbrush::demo {

namespace {

using pixels::Bitmap;

/// Light, 0 to 1 in each channel.
struct Color {
  float red = 0;
  float green = 0;
  float blue = 0;
};

constexpr auto white_light = static_cast<float>(max_light);

Color from_srgb(std::uint32_t rgb) {
  const auto channel = [rgb](int shift) {
    return static_cast<float>(light_of_srgb()[(rgb >> shift) & 255U]) / white_light;
  };
  return {channel(16), channel(8), channel(0)};
}

Color mix(const Color& a, const Color& b, float share) {
  return {std::lerp(a.red, b.red, share), std::lerp(a.green, b.green, share),
          std::lerp(a.blue, b.blue, share)};
}

Color add(const Color& a, const Color& b, float share) {
  return {a.red + b.red * share, a.green + b.green * share, a.blue + b.blue * share};
}

struct Palette {
  Color zenith, horizon, disc, far_hill, near_hill, water;
};

Palette palette_of(Mood mood) {
  const auto palette = [](const std::array<std::uint32_t, 6>& rgb) {
    return Palette{from_srgb(rgb[0]), from_srgb(rgb[1]), from_srgb(rgb[2]),
                   from_srgb(rgb[3]), from_srgb(rgb[4]), from_srgb(rgb[5])};
  };
  switch (mood) {
    case Mood::Sunset:
      return palette({0x2b3a78, 0xffb36b, 0xfff0c0, 0xc77f78, 0x2c1d33, 0x7a4a5c});
    case Mood::Night:
      return palette({0x060a1f, 0x2b3f73, 0xf4f1de, 0x2a3a63, 0x05070f, 0x101c3c});
    case Mood::Sea:
      return palette({0x2f7fd0, 0xd8efff, 0xfffbe6, 0x86aec4, 0x3d6f7a, 0x0d5c86});
    case Mood::Forest:
      return palette({0x6fa8c9, 0xeaf3e0, 0xfff7d6, 0xa3bfae, 0x12301f, 0x2f5d55});
    case Mood::Day:
      break;
  }
  return palette({0x2a6fca, 0xcfe8fa, 0xfffbe0, 0xa9c3d6, 0x2f6b34, 0x2c6f93});
}

/// A number from 0 to 1 that belongs to (x, y) and looks like chance.
float noise(int x, int y) {
  auto hash =
      static_cast<std::uint32_t>(x) * 0x9e3779b1U ^ static_cast<std::uint32_t>(y) * 0x85ebca77U;
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6dU;
  hash ^= hash >> 12;
  hash *= 0x297a2d39U;
  hash ^= hash >> 15;
  return static_cast<float>(hash >> 8) / static_cast<float>(1U << 24);
}

/// Paints one scene pixel by pixel; lengths in pixels.
class Painter {
 public:
  explicit Painter(const Scene& scene);

  Color at(int x, int y) const;

 private:
  static constexpr std::size_t hills = 4;

  std::vector<float> make_ridge(std::size_t hill) const;
  float hill_base(std::size_t hill) const;
  float tree_height(float along, int hill) const;
  Color sky_at(float x, float y) const;
  Color water_at(float x, float y) const;
  float star_at(int x, int y) const;

  const Scene scene_;
  const Palette palette_;
  const float width_;
  const float height_;
  const float unit_;     // the shorter side
  const float horizon_;  // where sky and hills meet
  const float disc_x_;
  const float disc_y_;
  std::array<std::vector<float>, hills> ridges_;  // the y of each hill's top by x
};

Painter::Painter(const Scene& scene)
    : scene_(scene),
      palette_(palette_of(scene.mood)),
      width_(static_cast<float>(scene.width)),
      height_(static_cast<float>(scene.height)),
      unit_(std::min(width_, height_)),
      horizon_(height_ * 0.60F),
      disc_x_(width_ * 0.68F),
      disc_y_(height_ * (scene.mood == Mood::Sunset ? 0.47F : 0.24F)) {
  for (std::size_t hill = 0; hill < hills; ++hill) ridges_[hill] = make_ridge(hill);
}

float Painter::hill_base(std::size_t hill) const {
  const auto depth = static_cast<float>(hill) / (hills - 1);
  return horizon_ + (height_ - horizon_) * (0.04F + 0.58F * depth);
}

std::vector<float> Painter::make_ridge(std::size_t hill) const {
  const auto depth = static_cast<float>(hill) / (hills - 1);  // 0 far, 1 near
  const float swing = unit_ * (0.045F + 0.035F * depth);
  const float phase = 1.7F * static_cast<float>(hill);
  std::vector<float> ridge(static_cast<std::size_t>(scene_.width));
  for (std::size_t x = 0; x < ridge.size(); ++x) {
    const float along = static_cast<float>(x) / unit_;
    const float wave = 0.60F * std::sin(4.1F * along + phase) +
                       0.28F * std::sin(9.7F * along + 2.3F * phase) +
                       0.12F * std::sin(23.0F * along + 3.1F * phase);
    ridge[x] = hill_base(hill) - swing * wave - tree_height(along, static_cast<int>(hill));
  }
  return ridge;
}

float Painter::tree_height(float along, int hill) const {
  if (scene_.mood != Mood::Forest) return 0;
  const auto nearness = static_cast<float>(hill);
  float height = 0;
  // Two rows that stand in each other's gaps.
  for (int row = 0; row < 2; ++row) {
    const float place = along * (58.0F - 11.0F * nearness) * (row == 0 ? 1.0F : 0.73F);
    const float middle = 1 - std::abs(place - std::floor(place) - 0.5F) * 2;
    const float size = 0.45F + 0.55F * noise(static_cast<int>(place), 2 * hill + row);
    height = std::max(height, size * std::pow(middle, 1.4F));
  }
  return unit_ * (0.030F + 0.030F * nearness) * height;
}

Color Painter::sky_at(float x, float y) const {
  const float height = std::clamp(y / horizon_, 0.0F, 1.0F);
  Color color = mix(palette_.zenith, palette_.horizon, height * height * (3 - 2 * height));
  const float distance = std::hypot(x - disc_x_, y - disc_y_);
  const float radius = unit_ * 0.055F;
  const float glow = std::exp(-distance / (radius * 2.6F));
  color = add(color, palette_.disc, glow * (scene_.mood == Mood::Night ? 0.06F : 0.45F));
  return mix(color, palette_.disc, std::clamp(radius - distance + 0.5F, 0.0F, 1.0F));
}

Color Painter::water_at(float x, float y) const {
  const float depth = (y - horizon_) / (height_ - horizon_);  // 0 at the horizon
  Color color = mix(palette_.horizon, palette_.water, std::sqrt(std::clamp(depth, 0.0F, 1.0F)));
  // Waves grow towards the viewer.
  const float row = 46.0F * std::log(1 + 9 * depth);
  const float wave = std::sin(row * 2.1F + 3.0F * std::sin(x / unit_ * 7.0F + row)) *
                     std::sin(x / unit_ * (40 - 28 * depth) + row * 1.7F);
  const float off_light = std::abs(x - disc_x_) / (unit_ * (0.05F + 0.22F * depth));
  const float glitter = std::max(0.0F, wave) * std::exp(-off_light * off_light);
  color = add(color, palette_.horizon, 0.10F * wave * (1 - 0.5F * depth));
  return add(color, palette_.disc, 0.8F * glitter);
}

float Painter::star_at(int x, int y) const {
  const int cell = std::max(6, static_cast<int>(unit_ / 42));
  const int column = x / cell;
  const int row = y / cell;
  if (noise(column, row) > 0.42F) return 0;
  const auto side = static_cast<float>(cell);
  const float star_x = (static_cast<float>(column) + 0.2F + 0.6F * noise(column + 7, row)) * side;
  const float star_y = (static_cast<float>(row) + 0.2F + 0.6F * noise(column, row + 7)) * side;
  const float size = std::max(0.6F, unit_ / 1500) * (0.6F + noise(column + 3, row + 5));
  const float distance = std::hypot(static_cast<float>(x) - star_x, static_cast<float>(y) - star_y);
  // None shines through the moon.
  if (std::hypot(star_x - disc_x_, star_y - disc_y_) < unit_ * 0.065F) return 0;
  return std::exp(-distance * distance / (2 * size * size)) *
         (1 - static_cast<float>(y) / horizon_);
}

Color Painter::at(int x, int y) const {
  const auto left = static_cast<float>(x);
  const auto top = static_cast<float>(y);
  Color color = sky_at(left, top);
  if (scene_.mood == Mood::Night && top < horizon_)
    color = add(color, {1, 1, 1}, std::max(0.0F, star_at(x, y)));
  const bool is_sea = scene_.mood == Mood::Sea;
  const std::size_t painted = is_sea ? 1 : hills;
  for (std::size_t hill = 0; hill < painted; ++hill) {
    const float below = top - ridges_[hill][static_cast<std::size_t>(x)];
    const float cover = std::clamp(below + 0.5F, 0.0F, 1.0F);
    const Color hill_color =
        mix(palette_.far_hill, palette_.near_hill, static_cast<float>(hill) / (hills - 1));
    // Mist lies in the valleys.
    const float mist = std::clamp((top - hill_base(hill)) / (unit_ * 0.30F), 0.0F, 1.0F) * 0.35F;
    color = mix(color, mix(hill_color, palette_.horizon, mist), cover);
  }
  if (is_sea && top >= horizon_) color = water_at(left, top);
  return color;
}

std::uint8_t to_byte(float light, float dither) {
  const float value = std::clamp(light, 0.0F, 1.0F) * white_light;
  const auto index = static_cast<std::size_t>(value);
  const std::uint8_t srgb = srgb_of_light()[index];
  // What is lost in rounding decides how often the next value stands there: else a
  // soft sky has stripes.
  const auto light_at = [](int value_at) {
    return static_cast<float>(light_of_srgb()[static_cast<std::size_t>(value_at)]);
  };
  const float low = light_at(srgb);
  const float high = srgb < 255 ? light_at(srgb + 1) : white_light;
  const float below = srgb > 0 ? light_at(srgb - 1) : 0.0F;
  if (value >= low) return value - low > dither * (high - low) ? srgb + 1 : srgb;
  return value - below > dither * (low - below) ? srgb : srgb - 1;
}

}  // namespace

Bitmap paint(const Scene& scene) {
  constexpr std::uint8_t opaque = 255;
  const Painter painter(scene);
  Bitmap bitmap(scene.width, scene.height);
  for (int y = 0; y < scene.height; ++y) {
    std::uint8_t* pixel = bitmap.row(y);
    for (int x = 0; x < scene.width; ++x, pixel += Bitmap::channels) {
      const Color color = painter.at(x, y);
      const float dither = noise(x, y + scene.height);
      pixel[0] = to_byte(color.red, dither);
      pixel[1] = to_byte(color.green, dither);
      pixel[2] = to_byte(color.blue, dither);
      pixel[3] = opaque;
    }
  }
  draw_label(bitmap);
  return bitmap;
}

}  // namespace wordbrush::demo
