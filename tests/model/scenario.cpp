// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numbers>
#include <ranges>

#include "pixels/bitmap.h"

namespace wordbrush::model {

namespace {

template <class T>
std::optional<T> to_number(std::string_view text, int base = 10) {
  T number{};
  const auto* const end = text.data() + text.size();
  std::from_chars_result read;
  if constexpr (std::is_floating_point_v<T>)
    read = std::from_chars(text.data(), end, number);
  else
    read = std::from_chars(text.data(), end, number, base);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

template <class T>
using Names = std::map<std::string_view, T>;

/// Sets `target` to what `names` has for `value`; false where it has nothing.
template <class T, class Target>
bool choose(Target& target, const Names<T>& names, std::string_view value) {
  const auto found = names.find(value);
  if (found == names.end()) return false;
  target = found->second;
  return true;
}

const Names<EditKind>& edit_names() {
  static const Names<EditKind> all{{"noop", EditKind::NoOp},       {"invert", EditKind::Invert},
                                   {"tint", EditKind::Tint},       {"object", EditKind::Object},
                                   {"removal", EditKind::Removal}, {"text", EditKind::Text},
                                   {"redden", EditKind::Redden},   {"relight", EditKind::Relight}};
  return all;
}

bool set_edit(Scenario& scenario, std::string_view value) {
  return choose(scenario.edit, edit_names(), value);
}

bool set_shape(Scenario& scenario, std::string_view value) {
  return choose(
      scenario.shape,
      Names<Shape>{{"v1", Shape::ContentArray}, {"v2", Shape::Markdown}, {"v4", Shape::Images}},
      value);
}

bool set_link(Scenario& scenario, std::string_view value) {
  return choose(scenario.link,
                Names<Link>{{"markdown", Link::Markdown},
                            {"relative", Link::Relative},
                            {"both", Link::Both},
                            {"lost", Link::Lost},
                            {"task", Link::Task}},
                value);
}

bool set_outcome(Scenario& scenario, std::string_view value) {
  return choose(scenario.outcome,
                Names<Outcome>{{"picture", Outcome::Picture},
                               {"text", Outcome::Text},
                               {"empty", Outcome::Empty},
                               {"refusal", Outcome::Refusal},
                               {"broken", Outcome::Broken},
                               {"badimage", Outcome::BadImage},
                               {"html", Outcome::Html},
                               {"hang", Outcome::Hang}},
                value);
}

bool set_stream(Scenario& scenario, std::string_view value) {
  return choose(scenario.stream,
                Names<std::optional<bool>>{{"yes", true}, {"no", false}, {"asked", std::nullopt}},
                value);
}

bool set_size(Scenario& scenario, std::string_view value) {
  const auto cross = value.find('x');
  if (cross == std::string_view::npos) return false;
  const auto width = to_number<int>(value.substr(0, cross));
  const auto height = to_number<int>(value.substr(cross + 1));
  const auto in_range = [](const std::optional<int>& side) {
    return side && *side >= 1 && *side <= pixels::Bitmap::max_side;
  };
  if (!in_range(width) || !in_range(height)) return false;
  scenario.size = Size{*width, *height};
  return true;
}

bool set_scale(Scenario& scenario, std::string_view value) {
  const auto scale = to_number<double>(value);
  if (!scale || !(*scale >= 0.01 && *scale <= 16)) return false;
  scenario.scale = *scale;
  return true;
}

bool set_status(Scenario& scenario, std::string_view value) {
  const auto status = to_number<int>(value);
  if (!status || *status < 400 || *status > 599) return false;
  scenario.status = *status;
  return true;
}

bool set_times(Scenario& scenario, std::string_view value) {
  const auto times = to_number<int>(value);
  if (!times || *times < 1) return false;
  scenario.times = *times;
  return true;
}

bool set_color(Scenario& scenario, std::string_view value) {
  const auto packed = value.size() == 6 ? to_number<std::uint32_t>(value, 16) : std::nullopt;
  if (!packed) return false;
  scenario.color = Color{static_cast<std::uint8_t>(*packed >> 16),
                         static_cast<std::uint8_t>(*packed >> 8 & 0xff),
                         static_cast<std::uint8_t>(*packed & 0xff)};
  return true;
}

bool set_key(Scenario& scenario, std::string_view value) {
  scenario.key = value;
  return !value.empty();
}

bool set_format(Scenario& scenario, std::string_view value) {
  return choose(scenario.jpeg, Names<bool>{{"png", false}, {"jpeg", true}}, value);
}

bool set_slow(Scenario& scenario, std::string_view value) {
  return choose(scenario.held, Names<bool>{{"release", true}}, value);
}

bool set_canned(Scenario& scenario, std::string_view value) {
  return choose(scenario.canned, Names<bool>{{"yes", true}, {"no", false}}, value);
}

// --- What happens besides the edit

/// "3:-4.5": as many numbers as there are targets.
bool set_numbers(std::initializer_list<double*> targets, std::string_view value) {
  auto target = targets.begin();
  for (const auto part : std::views::split(value, ':')) {
    const auto number = to_number<double>(std::string_view(part));
    if (!number || target == targets.end()) return false;
    **target++ = *number;
  }
  return target == targets.end();
}

bool set_in_range(double& target, double low, double high, std::string_view value) {
  const auto number = to_number<double>(value);
  if (!number || !(*number >= low && *number <= high)) return false;
  target = *number;
  return true;
}

bool set_area(Scenario& scenario, std::string_view value) {
  Part& area = scenario.area;
  return set_numbers({&area.x, &area.y, &area.width, &area.height}, value) && area.width > 0 &&
         area.height > 0;
}

bool set_seed(Scenario& scenario, std::string_view value) {
  const auto seed = to_number<unsigned>(value);
  scenario.seed = seed.value_or(0);
  return seed.has_value();
}

bool set_zoom(Scenario& scenario, std::string_view value) {
  return set_in_range(scenario.distortion.scale, 0.5, 2, value);
}

bool set_shift(Scenario& scenario, std::string_view value) {
  return set_numbers({&scenario.distortion.dx, &scenario.distortion.dy}, value);
}

bool set_turn(Scenario& scenario, std::string_view value) {
  double degrees = 0;
  if (!set_in_range(degrees, -180, 180, value)) return false;
  scenario.distortion.rotation = degrees * std::numbers::pi / 180;
  return true;
}

bool set_light(Scenario& scenario, std::string_view value) {
  using scenes::Light;
  return choose(scenario.distortion.light,
                Names<Light>{{"as", Light::As},
                             {"gain", Light::Gain},
                             {"desaturated", Light::Desaturated},
                             {"gamma", Light::Gamma},
                             {"shading", Light::Shading}},
                value);
}

bool set_noise(Scenario& scenario, std::string_view value) {
  return set_in_range(scenario.distortion.noise, 0, 64, value);
}

bool set_quality(Scenario& scenario, std::string_view value) {
  const auto quality = to_number<int>(value);
  if (!quality || *quality < 1 || *quality > 100) return false;
  scenario.distortion.jpeg_quality = *quality;
  return true;
}

bool set_blur(Scenario& scenario, std::string_view value) {
  double percent = 0;
  if (!set_in_range(percent, 0, 90, value)) return false;
  scenario.distortion.blur = percent / 100;
  return true;
}

bool set_fit(Scenario& scenario, std::string_view value) {
  using scenes::Fit;
  return choose(
      scenario.distortion.fit,
      Names<Fit>{{"stretch", Fit::Stretch}, {"crop", Fit::Crop}, {"letterbox", Fit::Letterbox}},
      value);
}

bool set_redraw(Scenario& scenario, std::string_view value) {
  return choose(scenario.distortion.redrawn, Names<bool>{{"yes", true}, {"no", false}}, value);
}

bool set_truth(Scenario& scenario, std::string_view value) {
  return choose(scenario.shows_truth, Names<bool>{{"yes", true}, {"no", false}}, value);
}

using Setter = bool (*)(Scenario&, std::string_view);

const Names<Setter>& setters() {
  static const Names<Setter> all{
      {"edit", set_edit},       {"shape", set_shape},   {"reply", set_outcome},
      {"stream", set_stream},   {"size", set_size},     {"scale", set_scale},
      {"status", set_status},   {"times", set_times},   {"color", set_color},
      {"key", set_key},         {"format", set_format}, {"slow", set_slow},
      {"canned", set_canned},   {"link", set_link},     {"area", set_area},
      {"seed", set_seed},       {"zoom", set_zoom},     {"shift", set_shift},
      {"turn", set_turn},       {"light", set_light},   {"noise", set_noise},
      {"quality", set_quality}, {"blur", set_blur},     {"fit", set_fit},
      {"redraw", set_redraw},   {"truth", set_truth}};
  return all;
}

}  // namespace

std::string_view name_of(EditKind edit) {
  return std::ranges::find(edit_names(), edit, &Names<EditKind>::value_type::second)->first;
}

Result<Scenario> parse_scenario(std::string_view text) {
  Scenario scenario;
  if (text.empty()) return scenario;
  for (const auto part : std::views::split(text, ',')) {
    const std::string_view setting(part);
    const auto equals = setting.find('=');
    const auto setter = setters().find(setting.substr(0, equals));
    if (equals == std::string_view::npos || setter == setters().end() ||
        !setter->second(scenario, setting.substr(equals + 1)))
      return fail(ErrorKind::Input, "no such setting of a scenario: " + std::string(setting));
  }
  return scenario;
}

}  // namespace wordbrush::model
