// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/glib_ptr.h"

namespace wordbrush::host {

namespace {

using ProfilePtr = GObjectPtr<GimpColorProfile>;
using TransformPtr = GObjectPtr<GimpColorTransform>;

constexpr auto profile_intent = GIMP_COLOR_RENDERING_INTENT_RELATIVE_COLORIMETRIC;

ProfilePtr srgb_profile() {
  return ProfilePtr::adopt(gimp_color_profile_new_rgb_srgb());
}

/// Null where one of the profiles does not allow it.
TransformPtr make_transform(const ProfilePtr& from, const Babl* from_format, const ProfilePtr& to,
                            const Babl* to_format) {
  return TransformPtr::adopt(
      gimp_color_transform_new(from.get(), from_format, to.get(), to_format, profile_intent,
                               GIMP_COLOR_TRANSFORM_FLAGS_BLACK_POINT_COMPENSATION));
}

/// A gray and three dull colors, which every profile of use has.
constexpr auto common_colors =
    std::to_array<float>({0.5, 0.5, 0.5, 0.6, 0.5, 0.5, 0.5, 0.6, 0.5, 0.5, 0.5, 0.6});

/// Whether the first `count` of them, sent through `from` and `to`, are as before. Those
/// that are none at all are not.
bool come_back(GimpColorTransform* from, GimpColorTransform* to, const Babl* format, int count) {
  // Less than they are apart, and more than coarse tables lose.
  constexpr float most_lost = 0.03F;
  const Babl* const srgb = babl_format("R'G'B' float");
  auto there = common_colors;
  auto back = common_colors;
  gimp_color_transform_process_pixels(from, srgb, common_colors.data(), format, there.data(),
                                      static_cast<gsize>(count));
  gimp_color_transform_process_pixels(to, format, there.data(), srgb, back.data(),
                                      static_cast<gsize>(count));
  return std::ranges::equal(back, common_colors,
                            [](float a, float b) { return std::abs(a - b) <= most_lost; });
}

/// Whether its red, green and blue span a plane of colors. To send colors there and back
/// would tell the same, but babl looks for the fastest way first, which takes a tenth of a second.
bool has_three_colors(const Babl* space) {
  constexpr double least_area = 1e-4;
  double xw = 0, yw = 0, xr = 0, yr = 0, xg = 0, yg = 0, xb = 0, yb = 0;
  babl_space_get(space, &xw, &yw, &xr, &yr, &xg, &yg, &xb, &yb, nullptr, nullptr, nullptr);
  return std::abs(((xg - xr) * (yb - yr)) - ((xb - xr) * (yg - yr))) > least_area;
}

}  // namespace

TableProfile::TableProfile(GimpImage* image) {
  auto profile = ProfilePtr::adopt(gimp_image_get_color_profile(image));
  if (!profile || !gimp_color_profile_is_rgb(profile.get())) return;
  GErrorPtr error;
  if (gimp_color_profile_get_space(profile.get(), profile_intent, out(error)) == nullptr)
    profile_ = std::move(profile);
}

TransformPtr TableProfile::to_srgb() const {
  return make_transform(profile_, float_format(), srgb_profile(), float_format());
}

TransformPtr TableProfile::from_srgb() const {
  return make_transform(srgb_profile(), float_format(), profile_, float_format());
}

bool takes_colors_back(GimpImage* image) {
  const auto profile = ProfilePtr::adopt(gimp_image_get_color_profile(image));
  // The results of indexed images open as images of their own, in sRGB.
  if (!profile || gimp_image_get_base_type(image) == GIMP_INDEXED) return true;
  GErrorPtr error;
  const Babl* const space = gimp_color_profile_get_space(profile.get(), profile_intent, out(error));
  if (space != nullptr) return gimp_color_profile_is_gray(profile.get()) || has_three_colors(space);
  const bool gray = gimp_color_profile_is_gray(profile.get()) != FALSE;
  const Babl* const format = babl_format(gray ? "Y' float" : "R'G'B' float");
  const Babl* const srgb = babl_format("R'G'B' float");
  const auto to = make_transform(profile, format, srgb_profile(), srgb);
  if (!to) return true;
  const auto from = make_transform(srgb_profile(), srgb, profile, format);
  return from && come_back(from.get(), to.get(), format, gray ? 1 : 4);
}

}  // namespace wordbrush::host
