// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/frame_plan.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <ranges>
#include <vector>

#include "pixels/bitmap.h"

namespace wordbrush::precision {

namespace {

// GIMP's GIMP_MAX_IMAGE_SIZE, so that sums of coordinates cannot overflow.
constexpr int max_canvas_side = 524288;
constexpr double max_context = 10;
constexpr int min_margin = 32;
constexpr int min_max_side = 128;
constexpr double scale_tolerance = 1e-4;

struct Extent {
  int width = 0;
  int height = 0;
};

bool is_side(int side) {
  return side >= 1 && side <= max_canvas_side;
}

bool is_in_range(const FrameRequest& request) {
  const Rect& t = request.target;
  const bool target = is_side(t.width) && is_side(t.height) && std::abs(t.x) <= max_canvas_side &&
                      std::abs(t.y) <= max_canvas_side;
  return is_side(request.canvas_width) && is_side(request.canvas_height) && target &&
         request.context >= 0 && request.context <= max_context &&
         request.max_side >= min_max_side && request.max_side <= pixels::Bitmap::max_side &&
         request.max_overview_side >= 0;
}

Rect canvas_of(const FrameRequest& request) {
  return {0, 0, request.canvas_width, request.canvas_height};
}

/// The target and its margin; only real pixels are context.
Rect box_of(const FrameRequest& request) {
  const Rect& t = request.target;
  if (request.context == 0) return t;
  const double share = request.context * std::hypot(t.width, t.height);
  const int margin = std::max(min_margin, static_cast<int>(std::ceil(share)));
  const Rect wide =
      intersection({t.x - margin, t.y - margin, t.width + 2 * margin, t.height + 2 * margin},
                   canvas_of(request));
  const int x = std::min(wide.x, t.x);
  const int y = std::min(wide.y, t.y);
  return {x, y, std::max(wide.right(), t.right()) - x, std::max(wide.bottom(), t.bottom()) - y};
}

/// Where an interval of `length` begins that holds [first, first + held), lies
/// around its middle and, as far as that goes, within [0, end).
int place(int length, int first, int held, int end) {
  const int middle = first - (length - held) / 2;
  const int inside = std::clamp(middle, std::min(0, end - length), std::max(0, end - length));
  return std::clamp(inside, first + held - length, first);
}

Rect grown_to(const Rect& box, Extent size, const FrameRequest& request) {
  return {place(size.width, box.x, box.width, request.canvas_width),
          place(size.height, box.y, box.height, request.canvas_height), size.width, size.height};
}

std::vector<ModelSize> wanted_sizes(const FrameRequest& request) {
  std::vector<ModelSize> sizes;
  std::ranges::copy_if(request.sizes, std::back_inserter(sizes), [&](const ModelSize& size) {
    return size.width >= 1 && size.height >= 1 &&
           (request.ratio.empty() || size.ratio == request.ratio) &&
           (request.tier.empty() || size.tier == request.tier);
  });
  return sizes;
}

/// How far apart two ratios are, as a logarithm.
double ratio_distance(const ModelSize& size, const Rect& box) {
  const double ratio = static_cast<double>(size.width) / size.height;
  return std::abs(std::log(static_cast<double>(box.width) / box.height / ratio));
}

/// The smallest whole width and height of the size's exact ratio.
Extent unit_of(const ModelSize& size) {
  const int divisor = std::gcd(size.width, size.height);
  return {size.width / divisor, size.height / divisor};
}

int divide_up(int a, int b) {
  return (a + b - 1) / b;
}

/// The smallest of the ratio's sizes that is as wide as the frame, or else the largest.
ModelSize tier_for(int frame_width, std::string_view ratio, std::span<const ModelSize> sizes) {
  auto tiers = sizes | std::views::filter([&](const ModelSize& s) { return s.ratio == ratio; });
  return *std::ranges::min_element(tiers, [&](const ModelSize& a, const ModelSize& b) {
    const bool a_holds = a.width >= frame_width;
    const bool b_holds = b.width >= frame_width;
    if (a_holds != b_holds) return a_holds;
    return a_holds ? a.width < b.width : a.width > b.width;
  });
}

/// The frame is a whole multiple of the ratio's unit, so that it scales to the
/// model's own sizes without any rounding.
void fit_to_model(FramePlan& plan, const Rect& box, const FrameRequest& request,
                  std::span<const ModelSize> sizes) {
  const ModelSize nearest = *std::ranges::min_element(
      sizes, {}, [&](const ModelSize& size) { return ratio_distance(size, box); });
  const Extent unit = unit_of(nearest);
  const int times = std::max(divide_up(box.width, unit.width), divide_up(box.height, unit.height));
  plan.frame = grown_to(box, {times * unit.width, times * unit.height}, request);
  plan.output = tier_for(plan.frame.width, nearest.ratio, sizes);
  const int longest = std::max(unit.width, unit.height);
  const int most =
      std::min({times, plan.output->width / unit.width, std::max(1, request.max_side / longest)});
  plan.upload_width = most * unit.width;
  plan.upload_height = most * unit.height;
  plan.density = static_cast<double>(plan.output->width) / plan.frame.width;
}

/// The largest sides up to `max_side` (of `longer`) that scale both alike; 0 if none do.
Extent scaled_down(int longer, int shorter, int max_side) {
  const auto most = static_cast<int>(std::int64_t{shorter} * max_side / longer);
  for (int s = most; s >= std::max(1, most / 2); --s) {
    const double exact = static_cast<double>(longer) * s / shorter;
    const double whole = std::round(exact);
    if (whole <= max_side && std::abs(whole / exact - 1) <= scale_tolerance)
      return {static_cast<int>(whole), s};
  }
  return {};
}

void fit_freely(FramePlan& plan, const Rect& box, const FrameRequest& request) {
  plan.frame = box;
  plan.upload_width = box.width;
  plan.upload_height = box.height;
  const bool wide = box.width >= box.height;
  const int longer = std::max(box.width, box.height);
  if (longer > request.max_side) {
    int shorter = std::min(box.width, box.height);
    Extent sides = scaled_down(longer, shorter, request.max_side);
    while (sides.width == 0) sides = scaled_down(longer, ++shorter, request.max_side);
    plan.frame = grown_to(box, wide ? Extent{longer, shorter} : Extent{shorter, longer}, request);
    plan.upload_width = wide ? sides.width : sides.height;
    plan.upload_height = wide ? sides.height : sides.width;
  }
  plan.density = static_cast<double>(plan.upload_width) / plan.frame.width;
}

Padding past_canvas(const Rect& frame, const FrameRequest& request) {
  return {std::max(0, -frame.x), std::max(0, -frame.y),
          std::max(0, frame.right() - request.canvas_width),
          std::max(0, frame.bottom() - request.canvas_height)};
}

std::optional<Overview> overview_of(const Rect& frame, const FrameRequest& request) {
  const Rect seen = intersection(frame, canvas_of(request));
  const auto area = [](const Rect& r) { return static_cast<double>(r.width) * r.height; };
  const bool shows_most = area(seen) * 2 >= area(canvas_of(request));
  if (request.context == 0 || request.max_overview_side == 0 || shows_most) return {};
  const double scale = std::min(1.0, static_cast<double>(request.max_overview_side) /
                                         std::max(request.canvas_width, request.canvas_height));
  const auto scaled = [&](int side) { return static_cast<int>(std::lround(side * scale)); };
  const int width = std::max(1, scaled(request.canvas_width));
  const int height = std::max(1, scaled(request.canvas_height));
  const Rect outline{scaled(seen.x), scaled(seen.y), std::max(1, scaled(seen.width)),
                     std::max(1, scaled(seen.height))};
  return Overview{width, height, intersection(outline, {0, 0, width, height})};
}

}  // namespace

Result<FramePlan> plan_frame(const FrameRequest& request) {
  if (!is_in_range(request)) return fail(ErrorKind::Input, _("This area cannot be sent."));
  if (intersection(request.target, canvas_of(request)).empty())
    return fail(ErrorKind::Input, _("The area to edit lies outside the picture."));
  FramePlan plan;
  plan.target = request.target;
  const Rect box = box_of(request);
  const auto sizes = wanted_sizes(request);
  if (sizes.empty())
    fit_freely(plan, box, request);
  else
    fit_to_model(plan, box, request, sizes);
  plan.scale = static_cast<double>(plan.upload_width) / plan.frame.width;
  plan.padding = past_canvas(plan.frame, request);
  plan.overview = overview_of(plan.frame, request);
  return plan;
}

}  // namespace wordbrush::precision
